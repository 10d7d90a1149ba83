package manor.doctor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A system call as strace prints it, as far as the doctor reads it.
 *
 * @param name of the call
 * @param fd its first argument, or -1
 * @param arguments all of them
 * @param answer what the kernel said, -1 for an error
 * @param errno the name of the error, or nothing
 */
record CallLine(String name, int fd, String arguments, long answer, String errno) {
  private static final Pattern LINE =
      Pattern.compile("(\\w+)\\((.*)\\) += (-?\\d+|0x[0-9a-f]+)(?: (E\\w+))?.*", Pattern.DOTALL);
  private static final Pattern FIRST = Pattern.compile("(-?\\d+)(?:,.*)?", Pattern.DOTALL);
  private static final Pattern LAST = Pattern.compile(".*, (\\d+)", Pattern.DOTALL);
  private static final int UNKNOWN = -1;

  /** The call, or null if the line is not one. */
  static CallLine parse(String line) {
    Matcher match = LINE.matcher(line);
    if (!match.matches()) {
      return null;
    }
    String errno = match.group(4) == null ? "" : match.group(4);
    String arguments = match.group(2);
    return new CallLine(
        match.group(1), first(arguments), arguments, Long.decode(match.group(3)), errno);
  }

  private static int first(String arguments) {
    Matcher match = FIRST.matcher(arguments);
    return match.matches() ? Integer.parseInt(match.group(1)) : UNKNOWN;
  }

  /** The last argument: how many bytes were asked for. */
  long asked() {
    Matcher match = LAST.matcher(arguments);
    return match.matches() ? Long.parseLong(match.group(1)) : UNKNOWN;
  }

  /** Nothing was read, for there will be no more. */
  boolean isEnd() {
    return name.equals("read") && answer == 0;
  }

  boolean blocked() {
    return errno.equals("EAGAIN");
  }

  /** Which way bytes or connections go in it, or null. */
  Way way() {
    return switch (name) {
      case "read", "recvfrom", "recvmsg", "accept4" -> Way.READ;
      case "write", "sendto", "sendmsg", "sendfile" -> Way.WRITE;
      default -> null;
    };
  }
}
