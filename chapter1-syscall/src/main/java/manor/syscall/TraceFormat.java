package manor.syscall;

import java.util.Arrays;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** How strace writes a call's line, and the bytes and structs among its arguments. */
final class TraceFormat {
  /** Memory the kernel has not filled in: strace prints its address, which differs every time. */
  static final String POINTER = "0x...";

  private static final int SHOWN_BYTES = 32;
  private static final int RESULT_COLUMN = 40;

  private TraceFormat() {}

  static String line(String call, Object[] arguments, String result) {
    String list = Arrays.stream(arguments).map(String::valueOf).collect(Collectors.joining(", "));
    StringBuilder line = new StringBuilder(call).append('(').append(list).append(')');
    while (line.length() < RESULT_COLUMN - 1) {
      line.append(' ');
    }
    return line.append(" = ").append(result).toString();
  }

  static String result(int answer) {
    return answer < 0 ? "-1 " + Errno.of(-answer) : Integer.toString(answer);
  }

  /** What a call that answers with flags said: {@code 0x1 (flags FD_CLOEXEC)}. */
  static String flagsResult(int answer, String names) {
    return answer <= 0
        ? result(answer)
        : "0x" + Integer.toHexString(answer) + " (flags " + names + ")";
  }

  /** The first bytes as a C string; {@code "..."} behind it says that there are more. */
  static String bytes(Memory memory, int offset, int count) {
    return count < 0
        ? POINTER
        : quoted(memory, offset, Math.min(count, SHOWN_BYTES)) + (count > SHOWN_BYTES ? "..." : "");
  }

  static String path(Memory path) {
    if (path == null) {
      return "NULL";
    }
    int end = 0;
    while (end < path.size() && path.bytes().get(end) != 0) {
      end++;
    }
    return quoted(path, 0, end);
  }

  private static String quoted(Memory memory, int offset, int count) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < count; i++) {
      byte next = i + 1 < count ? memory.bytes().get(offset + i + 1) : 0;
      text.append(escaped(memory.bytes().get(offset + i), next >= '0' && next <= '9'));
    }
    return text.append('"').toString();
  }

  private static String escaped(byte b, boolean digitFollows) {
    return switch (b) {
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case 0x0b -> "\\v";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default -> {
        if (b >= ' ' && b <= '~') {
          yield Character.toString((char) b);
        }
        yield String.format(digitFollows ? "\\%03o" : "\\%o", b & 0xff);
      }
    };
  }

  /** An int that is read and written: {@code [28 => 16]}, or once if it stayed. */
  static String length(Memory length, int before) {
    if (length == null) {
      return "NULL";
    }
    int after = length.getInt(0);
    return before == after ? "[" + after + "]" : "[" + before + " => " + after + "]";
  }

  static int before(Memory length) {
    return length == null ? 0 : length.getInt(0);
  }

  static String pair(Memory pair, int answer) {
    return answer < 0 ? POINTER : "[" + pair.getInt(0) + ", " + pair.getInt(Integer.BYTES) + "]";
  }

  static String optionValue(Memory value, int answer) {
    if (value == null) {
      return "NULL";
    }
    return answer < 0 || value.size() < Integer.BYTES ? POINTER : "[" + value.getInt(0) + "]";
  }

  /** An address the program gave ({@code answer} 0) or the kernel filled in, if it did. */
  static String address(Memory address, int answer) {
    if (address == null) {
      return "NULL";
    }
    if (answer < 0 || address.size() < Short.BYTES) {
      return POINTER;
    }
    int family = address.bytes().getShort(0);
    String start = "{sa_family=" + TraceNames.nameOf("AF_", family);
    return switch (family) {
      case Linux.AF_INET ->
          start
              + (", sin_port=htons(" + port(address) + ")")
              + (", sin_addr=inet_addr(\"" + ip(address, 4, 4) + "\")}");
      case Linux.AF_INET6 ->
          start
              + (", sin6_port=htons(" + port(address) + "), sin6_flowinfo=htonl(0)")
              + (", inet_pton(AF_INET6, \"" + ip(address, 8, 16) + "\", &sin6_addr)")
              + (", sin6_scope_id=" + address.getInt(24) + "}");
      default -> start + ", ...}";
    };
  }

  private static int port(Memory address) {
    int high = Byte.toUnsignedInt(address.bytes().get(2));
    return high << 8 | Byte.toUnsignedInt(address.bytes().get(3));
  }

  private static String ip(Memory address, int first, int count) {
    byte[] ip = new byte[count];
    address.bytes().get(first, ip);
    return IpFormat.text(ip);
  }

  static String events(Memory events, int answer) {
    if (answer < 0) {
      return POINTER;
    }
    StringJoiner list = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < answer; i++) {
      list.add(event(events, i));
    }
    return list.toString();
  }

  static String event(Memory memory, int index) {
    String bits = TraceNames.flagsOf("EPOLL", EpollEvent.events(memory, index));
    return "{events=" + bits + ", data=" + EpollEvent.data(memory, index) + "}";
  }
}
