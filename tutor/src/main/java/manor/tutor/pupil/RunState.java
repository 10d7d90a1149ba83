package manor.tutor.pupil;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** What is known of the run that is on, and the only way to speak of it. Any thread. */
final class RunState {
  private final PupilTask task;
  private final RunLoader loader;
  private final DataOutputStream out;
  private volatile String test = "";
  private volatile long begun;
  private volatile long since = System.nanoTime();

  RunState(PupilTask task, RunLoader loader, DataOutputStream out) {
    this.task = task;
    this.loader = loader;
    this.out = out;
  }

  PupilTask task() {
    return task;
  }

  RunLoader loader() {
    return loader;
  }

  /** The test that is on: {@code class#method}. */
  String test() {
    return test;
  }

  /** How many tests have begun. */
  long begun() {
    return begun;
  }

  /** How long the test that is on has been on. */
  long nanosInTest() {
    return System.nanoTime() - since;
  }

  void starts(String name, String words) {
    test = name;
    begun++;
    since = System.nanoTime();
    say(PupilWord.Kind.STARTED, name, words);
  }

  void say(PupilWord.Kind kind, String... texts) {
    say(kind, Arrays.asList(texts));
  }

  void say(PupilWord.Kind kind, List<String> texts) {
    synchronized (out) {
      try {
        new PupilWord(kind, texts).write(out, task.secret());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The lines of the student's file in a stack, innermost first: {@code Epoll.java:90 in wait}. */
  List<String> studentLines(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .filter(frame -> loader.isStudents(frame.getClassName()))
        .limit(6)
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber() + " in " + name(frame))
        .distinct()
        .toList();
  }

  /**
   * How many calls away from the student's file a thread is; as far as can be if it is not there.
   */
  int callsFromStudent(StackTraceElement[] stack) {
    for (int calls = 0; calls < stack.length; calls++) {
      if (loader.isStudents(stack[calls].getClassName())) {
        return calls;
      }
    }
    return Integer.MAX_VALUE;
  }

  private static String name(StackTraceElement frame) {
    String method = frame.getMethodName();
    if (method.startsWith("lambda$")) {
      return method.split("\\$")[1];
    }
    return switch (method) {
      case "<init>" -> "the constructor";
      case "<clinit>" -> "a static initializer";
      default -> method;
    };
  }

  /** The last system calls, if the tests have left a trail. */
  List<String> trail() {
    return answers("calls");
  }

  /** What the doctor says, if the tests have called one. */
  List<String> diagnoses() {
    return answers("diagnoses");
  }

  /** A mistake that the test has found, and somebody has caught on its way; or null. */
  Throwable mistake() {
    return ask("mistake") instanceof Throwable found ? found : null;
  }

  /** What the test takes for the most likely mistake of an answer that does not end. */
  List<String> suspicions() {
    return answers("suspicions");
  }

  /** What a test has left behind says nothing about the next one, nor about the next run. */
  void forget() {
    ask("forget");
  }

  private List<String> answers(String question) {
    return ask(question) instanceof List<?> answers
        ? answers.stream().map(Object::toString).toList()
        : List.of();
  }

  private Object ask(String question) {
    String name = "manor.exercises.Trail";
    try {
      Class<?> trail =
          loader.isOfThisRun(name)
              ? loader.loaded(name).orElse(null)
              : Class.forName(name, true, loader);
      return trail == null ? null : trail.getMethod(question).invoke(null);
    } catch (ReflectiveOperationException | LinkageError none) {
      return null;
    }
  }
}
