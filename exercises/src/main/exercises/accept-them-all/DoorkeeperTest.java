package manor.exercises.acceptthemall;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;
import static manor.exercises.ServerEvening.MILLI;
import static manor.exercises.ServerEvening.REQUEST;
import static manor.exercises.ServerEvening.SECOND;

import java.util.ArrayList;
import java.util.List;
import manor.exercises.ServerEvening;
import manor.simulator.InjectedFault;
import manor.simulator.ScriptedClient;
import manor.simulator.SystemCall;
import manor.syscall.Errno;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class DoorkeeperTest {
  private static final int CROWD = 20;

  private final ServerEvening evening =
      new ServerEvening(
          "The doorkeeper makes calls without end. A guest who cannot be let in stays in the kernel's"
              + " queue, and so\nthe door stays ready: pause() asks the kernel for silence; then"
              + " return.");
  private final List<ScriptedClient> guests = new ArrayList<>();

  /** They all come at once, ask, and stay a while. */
  private void crowd(int count) {
    for (int i = 0; i < count; i++) {
      guests.add(evening.guest(evening.arriving(0).send(REQUEST).pause(40 * MILLI).close()));
    }
  }

  private long served() {
    return guests.stream().filter(guest -> guest.text().endsWith("welcome")).count();
  }

  private void noNullIsLedIn() {
    that(
        evening.told().stream().noneMatch(line -> line.startsWith("threw")),
        "Something was thrown: " + evening.told());
  }

  /** The evening; and if the loop ended by a null, what that null was. */
  private void last(long nanos) {
    try {
      evening.last(nanos);
    } catch (AssertionError ended) {
      that(
          !ended.getMessage().contains("NullPointerException"),
          "listener.accept answered null (EAGAIN: nobody waits any more), and null was led in:\n"
              + "the whole server ended. Look whether there is a guest.\n"
              + evening.lastCalls(2));
      throw ended;
    }
    noNullIsLedIn();
  }

  private int indexOf(String call, int from) {
    List<String> calls = evening.calls();
    for (int i = from; i < calls.size(); i++) {
      if (calls.get(i).startsWith(call)) {
        return i;
      }
    }
    return -1;
  }

  private long between(int from, int to, String call) {
    return evening.calls().subList(from, to).stream().filter(c -> c.startsWith(call)).count();
  }

  /** Where the last guest was let in. */
  private int lastLetIn() {
    int last = -1;
    for (int i = 0; i < evening.calls().size(); i++) {
      String call = evening.calls().get(i);
      last = call.startsWith("accept4(") && !call.contains("= -1") ? i : last;
    }
    return last;
  }

  @Test
  @Order(1)
  void everyoneWhoWaitsIsLetInWithOneWait() {
    crowd(CROWD);
    last(100 * MILLI);
    equal((long) CROWD, served(), "Twenty guests came; so many were let in and served.");
    int first = indexOf("accept4(", 0);
    equal(
        0L,
        between(first, lastLetIn(), "epoll_wait("),
        "Twenty guests stood at the door. Between the first and the last who was let in, the kernel"
            + " was asked\nthis often who is ready (epoll_wait). Nobody need ask: let in all who"
            + " wait.");
  }

  @Test
  @Order(2)
  void nobodyIsAskedForTwice() {
    crowd(CROWD);
    last(100 * MILLI);
    int first = indexOf("accept4(", 0);
    int next = indexOf("epoll_wait(", first);
    equal(
        CROWD + 1L,
        between(first, next, "accept4("),
        "Twenty guests, and accept4 was called so often in that turn. Once for each, and once for"
            + " EAGAIN: then return.");
  }

  @Test
  @Order(3)
  void oneWhoLeftAtTheDoorKeepsNobodyOut() {
    evening.faults().with(InjectedFault.once(SystemCall.ACCEPT4, 3, Errno.ECONNABORTED));
    crowd(CROWD);
    last(100 * MILLI);
    equal(
        CROWD - 1L,
        served(),
        "Twenty guests came, and the third left while he waited (ECONNABORTED). The others served:");
    int first = indexOf("accept4(", 0);
    equal(
        0L,
        between(first, lastLetIn(), "epoll_wait("),
        "The third of twenty guests left while he waited (ECONNABORTED). That concerns him alone,"
            + " and yet those\nbehind him had to wait for so many turns more: go on with the next.");
    equal(
        1,
        evening.told("couldn't accept: accept4: ECONNABORTED"),
        "Every failure is told to the observer: acceptFailed.");
  }

  @Test
  @Order(4)
  void aFailureThatWillNotGoAwayIsNotTriedAgainAtOnce() {
    evening.faults().with(InjectedFault.fromThenOn(SystemCall.ACCEPT4, 1, Errno.EMFILE));
    guests.add(evening.guest(evening.arriving(0).send(REQUEST).awaitEnd()));
    evening.world().after(250 * MILLI, evening.faults()::heal);
    last(SECOND);
    int tries = evening.told("couldn't accept: accept4: EMFILE");
    that(tries > 0, "Every failure is told to the observer: acceptFailed.");
    that(
        tries < 20,
        "No descriptor is free (EMFILE), and accept4 was tried "
            + tries
            + " times in a quarter of a second.\nThe guest stays in the kernel's queue, so the door"
            + " stays ready: pause(), and return.");
    equal(
        1L,
        served(),
        "A quarter of a second later a descriptor is free again, and the guest still waits at the"
            + " door. Served:");
  }

  @Test
  @Order(5)
  void aFloodAtTheDoorLeavesOthersTheirTurn() {
    guests.add(evening.guest(evening.arriving(0).send(REQUEST).pause(40 * MILLI).close()));
    crowd(560);
    last(100 * MILLI);
    int firstAnswer = indexOf("write(", 0);
    that(
        firstAnswer >= 0 && between(0, firstAnswer, "accept4(") < 540,
        "Five hundred and sixty guests came at once. The first of them had to wait for his answer until "
            + (firstAnswer < 0 ? 0 : between(0, firstAnswer, "accept4("))
            + " had been let in.\nNot more than FAIR_SHARE in one turn: the door stays ready, and the"
            + " next wait tells it again.");
    equal(561L, served(), "Five hundred and sixty-one guests came; so many were served.");
  }
}
