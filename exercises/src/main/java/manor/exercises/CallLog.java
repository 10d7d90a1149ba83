package manor.exercises;

import java.util.ArrayList;
import java.util.List;
import manor.syscall.Kernel;
import manor.syscall.TracingKernel;

/**
 * The system calls of one exercise, each written down as strace(1) would print it, without what the
 * errno means; and an end for a program that makes calls without one, or with bytes that are not
 * there.
 *
 * <p>Threads: one.
 */
public final class CallLog {
  private final List<String> lines = new ArrayList<>();
  private final int most;
  private final Kernel kernel;

  /** Writes down the calls of {@code inside}, at most two hundred of them. */
  public CallLog(Kernel inside) {
    this(inside, 200);
  }

  /**
   * Writes down the calls of {@code inside}.
   *
   * @param most how many there may be; the next one throws {@link AssertionError}
   */
  public CallLog(Kernel inside, int most) {
    this.most = most;
    Trail.forget();
    this.kernel = new TracingKernel(MemoryGuard.before(inside), this::note);
  }

  private void note(String line) {
    lines.add(line.replaceFirst(" +=", " =").replaceFirst("( = -1 E[A-Z0-9]+) .*", "$1"));
    Trail.note(line);
    if (lines.size() > most) {
      throw new AssertionError(
          "The program spins: it has made "
              + lines.size()
              + " calls and goes on.\n"
              + spins(lines.get(lines.size() - 2), lines.get(lines.size() - 1))
              + last(4));
    }
  }

  private static String spins(String before, String line) {
    if (line.contains("= -1 EAGAIN")) {
      return "EAGAIN is an answer: nothing can be done now. Asking at once again changes"
          + " nothing.\n";
    }
    if (line.contains("= -1 EINTR")) {
      return "";
    }
    if (line.startsWith("read(") && line.endsWith(" = 0")) {
      return "0 is the end of file: no later read will ever answer anything else.\n";
    }
    if (line.startsWith("write(") && line.endsWith(", 0) = 0")) {
      return "A write of no bytes (length 0) moves nothing. If all is out, be done; if not, offer"
          + " what\nis left: write(memory, offset, length).\n";
    }
    if (line.startsWith("write(") && line.matches(".* = [0-9]+") && line.equals(before)) {
      return "The same bytes are written again and again: what this write took has to be added to"
          + " what\nwas out before.\n";
    }
    return line.contains(" = -1 ") ? "A call that failed so fails again.\n" : "";
  }

  /** The kernel whose calls are written down. */
  public Kernel kernel() {
    return kernel;
  }

  /** How many calls of this name there were. */
  public int count(String call) {
    return (int) lines.stream().filter(line -> line.startsWith(call + "(")).count();
  }

  /** How many calls there were, of any name. */
  public int size() {
    return lines.size();
  }

  /** Which was the first call of this name, among those from {@code from} on; -1 if none was. */
  public int indexOf(String call, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).startsWith(call + "(")) {
        return i;
      }
    }
    return -1;
  }

  /** Forgets what was written down so far. */
  public void clear() {
    lines.clear();
  }

  /** The last calls, a line each, under a heading. */
  public String last(int count) {
    int from = Math.max(0, lines.size() - count);
    List<String> shown = lines.subList(from, lines.size());
    return shown.isEmpty()
        ? "No system call was made."
        : "The last system calls:\n  " + String.join("\n  ", shown);
  }
}
