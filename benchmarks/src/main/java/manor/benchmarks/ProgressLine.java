package manor.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/**
 * One line that says what is measured, how far that is and how long it will take: drawn over again
 * on a terminal, else told at every tenth. Threads: one.
 */
final class ProgressLine {
  private static final int WIDTH = 79;
  private static final int BAR = 16;

  private final PrintStream out;
  private final boolean moving;
  private String topic = "";
  private int steps;
  private int done;
  private int toldTenths;
  private long start;

  ProgressLine(PrintStream out, boolean moving) {
    this.out = out;
    this.moving = moving;
  }

  void begin(String name, int count) {
    topic = name;
    steps = count;
    done = 0;
    toldTenths = 0;
    start = System.nanoTime();
    if (!moving) {
      out.println("Measuring: " + name + "...");
    }
  }

  /** Says what is done next. */
  void step(String what) {
    if (moving) {
      out.print("\r" + line(what, System.nanoTime() - start) + "\033[K");
      out.flush();
    } else if (done * 10 / Math.max(steps, 1) > toldTenths) {
      toldTenths = done * 10 / steps;
      out.println("  " + 10 * toldTenths + "%");
    }
    done++;
  }

  String line(String what, long elapsedNanos) {
    int filled = steps == 0 ? 0 : BAR * done / steps;
    String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
    String left = done == 0 ? "" : left(elapsedNanos / done * (steps - done));
    String line = String.format(Locale.ROOT, "%s [%s]%s  %s", topic, bar, left, what);
    return line.length() > WIDTH ? line.substring(0, WIDTH) : line;
  }

  private static String left(long nanos) {
    long seconds = nanos / 1_000_000_000 + 1;
    return seconds < 60 ? " " + seconds + " s" : " " + (seconds + 30) / 60 + " min";
  }

  void end() {
    if (moving) {
      out.print("\r\033[K");
      out.flush();
    }
  }
}
