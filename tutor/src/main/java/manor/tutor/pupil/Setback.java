package manor.tutor.pupil;

import java.util.ArrayList;
import java.util.List;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;

/** What a failed test has to tell, in the words that the student will read. */
final class Setback {
  private static final String TASK = "manor.exercises.Todo";

  private static final int MOST = 10_000;

  private Setback() {}

  /**
   * The texts of a {@link PupilWord.Kind#FAILED} after the test's name. An exception of the
   * student's own may stumble over the very question what it is.
   */
  static List<String> of(RunState state, Throwable thrown) {
    try {
      return told(state, thrown);
    } catch (RuntimeException | Error stumbled) {
      return List.of(thrown.getClass().getName(), "it cannot say what happened", "", "");
    }
  }

  private static List<String> told(RunState state, Throwable thrown) {
    Throwable task = task(thrown);
    Throwable told = task != null ? task : reason(thrown);
    List<String> texts = new ArrayList<>(4);
    texts.add(kind(told));
    texts.add(message(told));
    boolean compared = told instanceof AssertionFailedError e && isWorthShowing(e);
    texts.add(compared ? value(((AssertionFailedError) told).getExpected()) : "");
    texts.add(compared ? value(((AssertionFailedError) told).getActual()) : "");
    texts.replaceAll(Setback::cut);
    texts.addAll(lines(state, told));
    return texts;
  }

  /** Nobody reads more, and the pipe takes no more than so much. */
  private static String cut(String text) {
    return text.length() <= MOST ? text : text.substring(0, MOST);
  }

  private static String kind(Throwable thrown) {
    if (thrown.getClass().getName().equals(TASK)) {
      return "task";
    }
    return thrown instanceof AssertionError ? "assertion" : thrown.getClass().getName();
  }

  /** A class that could not be made ready says nothing itself. */
  private static Throwable reason(Throwable thrown) {
    boolean wrapped = thrown instanceof ExceptionInInitializerError && thrown.getCause() != null;
    return wrapped ? thrown.getCause() : thrown;
  }

  /** A stub's task, however deeply it was wrapped on its way. */
  private static Throwable task(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 16; depth++) {
      if (cause.getClass().getName().equals(TASK)) {
        return cause;
      }
      cause = cause.getCause();
    }
    return null;
  }

  /** JUnit's own words for expected and got are shown apart. */
  private static String message(Throwable thrown) {
    String message = thrown.getMessage();
    if (message == null) {
      return "";
    }
    int junit = message.indexOf("==> expected: <");
    int bare = message.startsWith("expected: <") ? 0 : -1;
    boolean apart = thrown instanceof AssertionFailedError e && e.isExpectedDefined();
    return apart && junit >= 0
        ? message.substring(0, junit).strip()
        : apart && bare == 0 ? "" : message;
  }

  /** Of true and false a test has said in words what they mean. */
  private static boolean isWorthShowing(AssertionFailedError failed) {
    return failed.isExpectedDefined()
        && failed.isActualDefined()
        && !(failed.getExpected().getValue() instanceof Boolean);
  }

  private static String value(ValueWrapper value) {
    return value == null ? "" : value.getStringRepresentation();
  }

  private static List<String> lines(RunState state, Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 16; depth++) {
      List<String> lines = state.studentLines(cause.getStackTrace());
      if (!lines.isEmpty()) {
        return lines;
      }
      cause = cause.getCause();
    }
    return List.of();
  }
}
