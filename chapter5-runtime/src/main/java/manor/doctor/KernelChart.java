package manor.doctor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the system calls say: who is watched by which epoll instance, and how transfers ended. */
final class KernelChart {
  private static final Pattern CONTROL =
      Pattern.compile(
          "\\d+, EPOLL_CTL_(ADD|MOD|DEL), (-?\\d+)(?:, \\{events=(\\S+), data=(-?\\d+)\\})?.*");
  private static final Pattern TOLD = Pattern.compile("\\{events=(\\S+), data=(-?\\d+)\\}");

  private final Map<Integer, Map<Integer, Watched>> instances = new HashMap<>();
  private final Map<Integer, Map<Way, LatestTry>> transfers = new HashMap<>();
  private final Set<Integer> datagrams = new HashSet<>();
  private final Set<Integer> counters = new HashSet<>();

  void hear(CallLine call, long step) {
    switch (call.name()) {
      case "epoll_ctl" -> control(call, step);
      case "epoll_wait" -> told(call, step);
      case "close" -> forget(call.fd());
      case "socket" -> opened(call);
      case "eventfd2" -> counters.add((int) call.answer());
      default -> {
        if (call.way() != null) {
          transfer(call, step);
        }
      }
    }
  }

  private void control(CallLine call, long step) {
    Matcher match = CONTROL.matcher(call.arguments());
    if (call.answer() != 0 || !match.matches()) {
      return;
    }
    int fd = Integer.parseInt(match.group(2));
    Map<Integer, Watched> watches = instances.computeIfAbsent(call.fd(), e -> new HashMap<>());
    if (match.group(3) == null) {
      watches.remove(fd);
    } else {
      watches.put(fd, new Watched(fd, Long.parseLong(match.group(4)), match.group(3), step));
    }
  }

  private void told(CallLine call, long step) {
    Matcher match = TOLD.matcher(call.arguments());
    Collection<Watched> watches = watches(call.fd());
    while (match.find()) {
      long data = Long.parseLong(match.group(2));
      watches.stream().filter(watch -> watch.data == data).forEach(w -> w.toldStep = step);
    }
  }

  private void opened(CallLine call) {
    if (call.answer() >= 0 && call.arguments().contains("SOCK_DGRAM")) {
      datagrams.add((int) call.answer());
    }
  }

  private void forget(int fd) {
    instances.remove(fd);
    instances.values().forEach(watches -> watches.remove(fd));
    transfers.remove(fd);
    datagrams.remove(fd);
    counters.remove(fd);
  }

  private void transfer(CallLine call, long step) {
    if (call.answer() < 0 && !call.blocked()) {
      return;
    }
    transfers
        .computeIfAbsent(call.fd(), fd -> new EnumMap<>(Way.class))
        .put(call.way(), new LatestTry(step, end(call)));
  }

  private LatestTry.End end(CallLine call) {
    boolean counted = call.name().equals("read") || call.name().equals("write");
    boolean counter = counters.contains(call.fd());
    if (call.blocked() || counter || counted && call.answer() == 0) {
      return LatestTry.End.DRAINED;
    }
    boolean stream = counted && !datagrams.contains(call.fd());
    return stream && call.answer() < call.asked() ? LatestTry.End.DRAINED : LatestTry.End.FULL;
  }

  /** The latest try on this descriptor, as far as calls were heard. */
  LatestTry latest(int fd, Way way) {
    return transfers.getOrDefault(fd, Map.of()).getOrDefault(way, LatestTry.NONE);
  }

  /** What the epoll instance {@code fd}, if it is one, watches. */
  Collection<Watched> watches(int fd) {
    return instances.getOrDefault(fd, Map.of()).values();
  }

  boolean isWatched(int fd) {
    return instances.values().stream().anyMatch(watches -> watches.containsKey(fd));
  }

  /** The interest in {@code fd} that goes by {@code data}, or null. */
  Watched find(int fd, long data) {
    return instances.values().stream()
        .map(watches -> watches.get(fd))
        .filter(watch -> watch != null && watch.data == data)
        .findFirst()
        .orElse(null);
  }

  /** Every interest of every instance. */
  List<Watched> all() {
    List<Watched> all = new ArrayList<>();
    instances.values().forEach(watches -> all.addAll(watches.values()));
    return all;
  }

  /** Whether calls are heard at all. */
  boolean hears() {
    return !instances.isEmpty();
  }
}
