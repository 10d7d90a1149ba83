package manor.task;

import static manor.syscall.Linux.EPOLLERR;
import static manor.syscall.Linux.EPOLLHUP;
import static manor.syscall.Linux.EPOLLIN;
import static manor.syscall.Linux.EPOLLOUT;
import static manor.syscall.Linux.EPOLLPRI;
import static manor.syscall.Linux.EPOLLRDHUP;

import java.util.StringJoiner;
import manor.epoll.Ready;

/** How words stand in a line of JSON. */
final class JsonText {
  private JsonText() {}

  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  /** The names of epoll_ctl(2) without their prefix, as {@code IN|RDHUP}. */
  static String names(Ready ready) {
    StringJoiner names = new StringJoiner("|");
    add(names, ready, EPOLLIN, "IN");
    add(names, ready, EPOLLPRI, "PRI");
    add(names, ready, EPOLLOUT, "OUT");
    add(names, ready, EPOLLERR, "ERR");
    add(names, ready, EPOLLHUP, "HUP");
    add(names, ready, EPOLLRDHUP, "RDHUP");
    return names.toString();
  }

  /** The bits that {@code names} stand for; a name it does not know stands for none. */
  static int bits(String names) {
    int bits = 0;
    for (String name : names.split("\\|")) {
      bits |=
          switch (name) {
            case "IN" -> EPOLLIN;
            case "PRI" -> EPOLLPRI;
            case "OUT" -> EPOLLOUT;
            case "ERR" -> EPOLLERR;
            case "HUP" -> EPOLLHUP;
            case "RDHUP" -> EPOLLRDHUP;
            default -> 0;
          };
    }
    return bits;
  }

  private static void add(StringJoiner names, Ready ready, int bit, String name) {
    if ((ready.bits() & bit) != 0) {
      names.add(name);
    }
  }
}
