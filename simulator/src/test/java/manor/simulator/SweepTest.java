package manor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import manor.syscall.Errno;
import manor.syscall.Kernel;
import org.junit.jupiter.api.Test;

/**
 * Every call of the server, failing in every way its man page documents, at every place where it is
 * made: SQLite's method, for a server. A scenario is run again and again, and in each run the n-th
 * call of one kind fails with one error, once or from then on, until n is beyond the last call.
 */
class SweepTest {
  /** Errors after which the same call is simply made again: they must cost nobody anything. */
  private static final Set<Integer> AGAIN = Set.of(Errno.EAGAIN, Errno.EINTR);

  /** How often these are given in a row; no kernel gives them for ever. */
  private static final int BURST = 25;

  /** Calls that the scenario makes. The others are never made by this server. */
  private static final Set<SystemCall> MADE =
      EnumSet.of(
          SystemCall.READ,
          SystemCall.WRITE,
          SystemCall.CLOSE,
          SystemCall.SENDFILE,
          SystemCall.OPENAT,
          SystemCall.STATX,
          SystemCall.SOCKET,
          SystemCall.BIND,
          SystemCall.LISTEN,
          SystemCall.ACCEPT4,
          SystemCall.SHUTDOWN,
          SystemCall.GETSOCKNAME,
          SystemCall.SETSOCKOPT,
          SystemCall.EPOLL_CREATE1,
          SystemCall.EPOLL_CTL,
          SystemCall.EPOLL_WAIT,
          SystemCall.EVENTFD);

  private static final Set<SystemCall> NEVER_MADE =
      EnumSet.of(
          SystemCall.SENDTO,
          SystemCall.RECVFROM,
          SystemCall.SOCKETPAIR,
          SystemCall.CONNECT,
          SystemCall.FCNTL,
          SystemCall.GETPEERNAME,
          SystemCall.GETSOCKOPT,
          SystemCall.PIPE2);

  private final Scenario scenario = new Scenario();
  private int points;
  private final List<String> failures = new ArrayList<>();

  @Test
  void everyCallOfAKernelIsSweptOrKnownNotToBeMade() {
    List<String> methods =
        Arrays.stream(Kernel.class.getMethods()).map(method -> method.getName()).sorted().toList();
    List<String> covered =
        Stream.concat(MADE.stream(), NEVER_MADE.stream())
            .map(SystemCall::manName)
            .sorted()
            .toList();
    assertEquals(methods, covered, "a new call needs a place in SystemCall and in this sweep");
  }

  @Test
  void withoutFaultsEverybodyIsServedAndEachCallIsMadeOrNotAsListed() {
    ServedWorld calm = scenario.run(null);
    assertEquals(List.of(), calm.complaints());
    calm.guests().forEach(guest -> assertEquals(Guest.Fate.SERVED, guest.fate(), guest::toString));
    for (SystemCall call : SystemCall.values()) {
      assertEquals(MADE.contains(call), calm.kernel().count(call) > 0, call.manName());
    }
  }

  @Test
  void noFaultCostsMoreThanTheConnectionItBelongsTo() {
    long start = System.nanoTime();
    for (SystemCall call : MADE) {
      call.errors().forEach(errno -> sweep(call, errno.number()));
    }
    assertEquals(List.of(), failures.subList(0, Math.min(20, failures.size())));
    assertTrue(points > 1000, "only " + points + " points");
    System.out.printf(
        "sweep: %,d points of call, error and place, %.1f s%n",
        points, (System.nanoTime() - start) / 1e9);
  }

  private void sweep(SystemCall call, int errno) {
    sweep(call, errno, 1);
    sweep(call, errno, AGAIN.contains(errno) ? BURST : Long.MAX_VALUE);
  }

  private void sweep(SystemCall call, int errno, long times) {
    boolean struck = true;
    for (long n = 1; struck; n++) {
      InjectedFault fault = new InjectedFault(call, n, errno, times);
      ServedWorld world = scenario.run(fault);
      struck = world.kernel().struck() > 0 || world.isRefused();
      if (struck) {
        points++;
        judge(fault, world);
      }
    }
  }

  private void judge(InjectedFault fault, ServedWorld world) {
    world.complaints().forEach(complaint -> failures.add(fault + ": " + complaint));
    if (world.isRefused() || fault.times() == Long.MAX_VALUE) {
      return;
    }
    int lost = 0;
    for (Guest guest : world.guests()) {
      boolean mayDiffer = fault.call() == SystemCall.OPENAT || fault.call() == SystemCall.STATX;
      if (guest.fate() == Guest.Fate.WRONG && !mayDiffer) {
        failures.add(fault + ": " + guest);
      }
      lost += guest.fate() == Guest.Fate.LOST ? 1 : 0;
    }
    if (lost > (AGAIN.contains(fault.errno()) || fault.times() > 1 ? 0 : 1)) {
      failures.add(fault + ": " + lost + " guests were lost: " + world.guests());
    }
  }

  @Test
  void theAnswersKnownFromAskingAreSound() {
    String answer = new String(scenario.page(), StandardCharsets.UTF_8);
    assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
    assertTrue(answer.endsWith("\r\n\r\n" + new String(Errand.PAGE, StandardCharsets.UTF_8)));
    String refusal = new String(scenario.refusal(), StandardCharsets.UTF_8);
    assertTrue(refusal.startsWith("HTTP/1.1 400 Bad Request\r\n"), refusal);
    String brokenOff = new String(scenario.brokenOff(), StandardCharsets.UTF_8);
    assertTrue(brokenOff.startsWith("HTTP/1.1 400 Bad Request\r\n"), brokenOff);
  }
}
