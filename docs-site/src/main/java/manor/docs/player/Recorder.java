package manor.docs.player;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import manor.syscall.Kernel;
import manor.syscall.TracingKernel;
import manor.task.JsonLedger;
import manor.task.Ledger;

/**
 * Writes down what happens, for the run player to play: a line of JSON for each step, as {@link
 * JsonLedger} writes them, each with its place in the code added.
 *
 * <pre>
 *   {"step":9,"what":"taskPolled","task":1,"at":"Task.poll:97 Task.run:84 Executor.round:112"}
 * </pre>
 *
 * <p>{@code at} is the way there, the innermost line first: what the house's own code did, without
 * the thin wrappers around system calls, and without those who only listen.
 *
 * <p>Threads: any; lines are handed over one at a time, in the order of their numbers.
 */
public final class Recorder {
  /** What the one program of a run is called. */
  public static final String PROGRAM = "program";

  private static final Set<String> LISTENERS =
      Set.of(
          "Recorder",
          "JsonLedger",
          "TracingKernel",
          "SteadyKernel",
          "FaultyKernel",
          "GatedKernel",
          "Narrator");
  private static final Set<String> STAGE =
      Set.of("Plays", "Meanwhile", "Demonstration", "Tracing", "TracedServer");
  private static final List<String> PREPARATIONS = List.of("setsockopt", "listen");
  private static final Set<String> SILENT = Set.of("tell", "say", "static", "clinit");
  private static final String WRAPPERS = "manor.syscall";
  private static final int CALLERS = 5;

  private final Consumer<String> lines;
  private final JsonLedger ledger = new JsonLedger(this::take);
  private final Thread home = Thread.currentThread();
  private volatile String called = "";
  private String fold;
  private boolean folded;
  private long steps;

  /** A recorder that hands each line, without a line end, to {@code lines}. */
  public Recorder(Consumer<String> lines) {
    this.lines = lines;
  }

  /** What a runtime tells its steps to. */
  public Ledger ledger() {
    return ledger;
  }

  /** A kernel whose calls are written down. */
  public Kernel kernel(Kernel kernel) {
    return new TracingKernel(kernel, ledger::syscall);
  }

  /** The same, for someone else who makes calls: a friend, a guest. */
  public Kernel kernel(Kernel kernel, String who) {
    return new TracingKernel(
        kernel,
        line -> {
          called = squeezed(line);
          add("\"what\":\"syscall\",\"line\":" + quoted(line) + ",\"who\":" + quoted(who));
        });
  }

  /** What the play is about; to be said first. */
  public void title(String words) {
    write("\"what\":\"title\",\"words\":" + quoted(words), "");
  }

  /** A sentence of the one who tells the story. */
  public void say(String words) {
    add("\"what\":\"said\",\"words\":" + quoted(words));
  }

  /** Where a run may print: each line is a sentence, said where it is printed. */
  public PrintStream out() {
    return out(new PrintStream(OutputStream.nullOutputStream()));
  }

  /** The same, and what is printed can be seen as well. */
  public PrintStream out(PrintStream seen) {
    return new PrintStream(new Sentences(seen), true, UTF_8);
  }

  /** Not the call that was just written down: a run that prints it, too, says nothing new. */
  private boolean isNews(String line) {
    return !line.isEmpty() && !squeezed(line).equals(called);
  }

  private static String squeezed(String line) {
    return line.replaceFirst(" +=", " =");
  }

  private final class Sentences extends ByteArrayOutputStream {
    private final PrintStream seen;

    private Sentences(PrintStream seen) {
      this.seen = seen;
    }

    @Override
    public synchronized void write(int b) {
      seen.write(b);
      super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      seen.write(bytes, offset, length);
      super.write(bytes, offset, length);
    }

    @Override
    public synchronized void flush() {
      seen.flush();
      String text = toString(UTF_8);
      if (text.endsWith("\n")) {
        reset();
        text.lines().map(String::strip).filter(Recorder.this::isNews).forEach(Recorder.this::say);
      }
    }
  }

  /** From now on a descriptor is called by a name. */
  public void name(int fd, String name) {
    write("\"what\":\"named\",\"fd\":" + fd + ",\"name\":" + quoted(name), "");
  }

  /** The descriptor that is accepted next is called by a name. */
  public void nameNextGuest(String name) {
    write("\"what\":\"named\",\"next\":\"guest\",\"name\":" + quoted(name), "");
  }

  /** The task that comes to be next is called by a name. */
  public void nameNextTask(String name) {
    write("\"what\":\"named\",\"next\":\"task\",\"name\":" + quoted(name), "");
  }

  /** All steps from now on are shown as one, in these words; null: each by itself again. */
  public synchronized void fold(String words) {
    fold = words;
    folded = false;
  }

  private void take(String line) {
    add(line.substring(line.indexOf("\"what\""), line.length() - 1));
  }

  private synchronized void add(String step) {
    if (fold == null) {
      write(step, place());
    } else if (!isPreparation(step)) {
      write(step, "");
    }
  }

  /** What a descriptor goes through before it is used, of no interest in a fold. */
  private static boolean isPreparation(String step) {
    return PREPARATIONS.stream().anyMatch(call -> step.contains("\"line\":\"" + call));
  }

  private synchronized void write(String step, String place) {
    StringBuilder line = new StringBuilder("{\"step\":").append(++steps).append(',').append(step);
    if (Thread.currentThread() != home) {
      line.append(",\"thread\":").append(quoted(Thread.currentThread().getName()));
    }
    if (fold != null) {
      line.append(",\"fold\":").append(folded ? "true" : quoted(fold));
      folded = true;
    }
    if (!place.isEmpty()) {
      line.append(",\"at\":").append(quoted(place));
    }
    lines.accept(line.append('}').toString());
  }

  private static String place() {
    List<StackWalker.StackFrame> way =
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .filter(Recorder::isOfTheHouse)
                        .takeWhile(frame -> !STAGE.contains(file(frame)))
                        .toList());
    List<StackWalker.StackFrame> told =
        way.stream().filter(frame -> !frame.getClassName().startsWith(WRAPPERS)).toList();
    return (told.isEmpty() ? way : told)
        .stream().limit(CALLERS).map(Recorder::said).collect(joining(" "));
  }

  private static boolean isOfTheHouse(StackWalker.StackFrame frame) {
    return frame.getFileName() != null
        && frame.getClassName().startsWith("manor.")
        && !LISTENERS.contains(file(frame))
        && !SILENT.contains(method(frame))
        && frame.getLineNumber() > 0;
  }

  private static String file(StackWalker.StackFrame frame) {
    return frame.getFileName().replace(".java", "");
  }

  /** As {@code Task.run:104}; a lambda goes by the name of the method that it stands in. */
  private static String said(StackWalker.StackFrame frame) {
    return file(frame) + "." + method(frame) + ":" + frame.getLineNumber();
  }

  private static String method(StackWalker.StackFrame frame) {
    return frame
        .getMethodName()
        .replaceFirst("^lambda\\$(.+)\\$\\d+$", "$1")
        .replaceAll("[<>]", "");
  }

  private static String quoted(String text) {
    return new StringBuilder("\"")
        .append(text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
        .append('"')
        .toString();
  }
}
