package manor.syscall;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** How strace writes the arguments of a call: numbers by their names, bytes as C strings. */
final class TraceFormat {
  private static final int SHOWN_BYTES = 32;
  private static final int RESULT_COLUMN = 40;

  private TraceFormat() {}

  static String line(String call, Object[] arguments, int answer) {
    String list = Arrays.stream(arguments).map(String::valueOf).collect(Collectors.joining(", "));
    StringBuilder line = new StringBuilder(call).append('(').append(list).append(')');
    while (line.length() < RESULT_COLUMN - 1) {
      line.append(' ');
    }
    line.append(" = ");
    return answer < 0
        ? line.append("-1 ").append(Errno.of(-answer)).toString()
        : line.append(answer).toString();
  }

  /** The first bytes as a C string; {@code "..."} behind it says that there are more. */
  static String bytes(Memory memory, int offset, int count) {
    if (count < 0) {
      return "\"\"";
    }
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < Math.min(count, SHOWN_BYTES); i++) {
      escape(text, memory.bytes().get(offset + i));
    }
    return text.append(count > SHOWN_BYTES ? "\"..." : "\"").toString();
  }

  private static void escape(StringBuilder text, byte b) {
    switch (b) {
      case '\r' -> text.append("\\r");
      case '\n' -> text.append("\\n");
      case '\t' -> text.append("\\t");
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      default -> {
        if (b >= ' ' && b <= '~') {
          text.append((char) b);
        } else {
          text.append(String.format("\\x%02x", b & 0xff));
        }
      }
    }
  }

  static String path(Memory path) {
    return "\"" + path.cString(0) + "\"";
  }

  static String length(Memory length) {
    return length == null ? "NULL" : "[" + length.getInt(0) + "]";
  }

  static String pair(Memory pair, int answer) {
    return answer < 0 ? "[]" : "[" + pair.getInt(0) + ", " + pair.getInt(Integer.BYTES) + "]";
  }

  static String address(Memory address) {
    if (address == null) {
      return "NULL";
    }
    ByteBuffer bytes = address.bytes();
    int family = bytes.getShort(0);
    int port = Byte.toUnsignedInt(bytes.get(2)) << 8 | Byte.toUnsignedInt(bytes.get(3));
    int first = family == Linux.AF_INET ? 4 : 8;
    int count = family == Linux.AF_INET ? 4 : family == Linux.AF_INET6 ? 16 : 0;
    String ip = count == 0 ? "" : ", port=" + port + ", addr=" + ip(bytes, first, count);
    return "{family=" + name("AF_", family) + ip + "}";
  }

  private static String ip(ByteBuffer bytes, int first, int count) {
    StringJoiner ip = new StringJoiner(count == 4 ? "." : ":");
    for (int i = first; i < first + count; i += count == 4 ? 1 : 2) {
      int high = Byte.toUnsignedInt(bytes.get(i));
      ip.add(
          count == 4
              ? Integer.toString(high)
              : Integer.toHexString(high << 8 | Byte.toUnsignedInt(bytes.get(i + 1))));
    }
    return ip.toString();
  }

  static String events(Memory events, int count) {
    StringJoiner list = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < count; i++) {
      list.add(event(events, i));
    }
    return list.toString();
  }

  static String event(Memory memory, int index) {
    return "{events="
        + flags("EPOLL", EpollEvent.events(memory, index))
        + ", data="
        + EpollEvent.data(memory, index)
        + "}";
  }

  static String level(int level) {
    return switch (level) {
      case Linux.SOL_SOCKET -> "SOL_SOCKET";
      case Linux.IPPROTO_TCP -> "SOL_TCP";
      case Linux.IPPROTO_IPV6 -> "SOL_IPV6";
      default -> Integer.toString(level);
    };
  }

  static String option(int level, int option) {
    return switch (level) {
      case Linux.SOL_SOCKET -> name("SO_", option);
      case Linux.IPPROTO_TCP -> name("TCP_", option);
      case Linux.IPPROTO_IPV6 -> name("IPV6_", option);
      default -> Integer.toString(option);
    };
  }

  static String name(String prefix, int value) {
    return TraceNames.nameOf(prefix, value);
  }

  static String flags(String prefix, int value) {
    return TraceNames.flagsOf(prefix, value);
  }
}
