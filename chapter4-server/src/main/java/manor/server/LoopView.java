package manor.server;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manor.http.Status;
import manor.syscall.ErrnoException;

/**
 * What a reactor's loop sees and does, gathered a turn at a time from two witnesses: the trace of
 * its system calls, and what it tells its observer. For {@link ReactorDemo}.
 *
 * <p>Threads: the reactor's.
 */
final class LoopView implements ServerObserver {
  private static final Pattern CALL = Pattern.compile("(\\w+)\\((-?\\d+).* = (-?\\d+).*");
  private static final Pattern TOKEN = Pattern.compile("data=(\\d+)");

  private final LongFunction<String> names;
  private final Map<Integer, Long> keys = new HashMap<>();
  private final List<String> ready = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private int lastAnswer;
  private int answered;

  /** A view in which a token's value has a name. */
  LoopView(LongFunction<String> names) {
    this.names = names;
  }

  /** One line of the trace. */
  void traced(String line) {
    Matcher call = CALL.matcher(line);
    if (!call.matches()) {
      return;
    }
    lastAnswer = Integer.parseInt(call.group(3));
    if (call.group(1).equals("epoll_wait")) {
      TOKEN.matcher(line).results().forEach(token -> ready.add(name(token.group(1))));
    } else if (call.group(1).equals("read") && lastAnswer >= 0) {
      Long key = keys.get(Integer.parseInt(call.group(2)));
      did(key, lastAnswer == 0 ? "the end" : lastAnswer == 1 ? "1 byte" : lastAnswer + " bytes");
    }
  }

  private String name(String token) {
    return names.apply(Long.parseLong(token));
  }

  private void did(Long key, String what) {
    if (key != null) {
      done.add(names.apply(key) + ": " + what);
    }
  }

  private void also(String what) {
    done.add(done.remove(done.size() - 1) + ", " + what);
  }

  @Override
  public void newClient(long key, InetSocketAddress peer) {
    keys.put(lastAnswer, key);
    did(key, "let in");
  }

  @Override
  public void answered(long key) {
    answered++;
    also("answered");
  }

  @Override
  public void refused(long key, Status status) {
    also("refused: " + status.code());
  }

  @Override
  public void lost(long key, ErrnoException why) {
    did(key, why.getMessage());
  }

  @Override
  public void closed(long key) {
    keys.values().remove(key);
    also("forgotten");
  }

  /** How many requests have been answered so far. */
  int answers() {
    return answered;
  }

  /** Whether this connection is open. */
  boolean isOpen(long key) {
    return keys.containsValue(key);
  }

  /** Who was ready, and then what was done; the next turn begins with nothing. */
  String turn(String format, int number) {
    String line = String.format(format, number, String.join(" ", ready), String.join("; ", done));
    ready.clear();
    done.clear();
    return line.stripTrailing();
  }
}
