package manor.exercises.acceptthemall;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;
import static manor.exercises.ServerEvening.MILLI;
import static manor.exercises.ServerEvening.REQUEST;
import static manor.exercises.ServerEvening.SECOND;

import java.util.ArrayList;
import java.util.List;
import manor.exercises.ServerEvening;
import manor.exercises.Trail;
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
  private static final int FLOOD = 300;

  private static final int FAIR_SHARE = 256;

  private final List<ScriptedClient> guests = new ArrayList<>();
  private ServerEvening evening =
      new ServerEvening(
          "The doorkeeper makes calls without end. A guest who cannot be let in stays in the"
              + " kernel's queue, and so\n"
              + "the door stays ready: pause() asks the kernel for silence; then return.");

  /** They all come at once, ask, and stay a while. */
  private void crowd(int count) {
    for (int i = 0; i < count; i++) {
      guests.add(evening.guest(evening.arriving(0).send(REQUEST).pause(40 * MILLI).close()));
    }
  }

  private long served() {
    return guests.stream().filter(guest -> guest.text().endsWith("welcome")).count();
  }

  /** The evening; and if the loop was ended by accept, how. */
  private void last(long nanos) {
    try {
      evening.last(nanos);
    } catch (AssertionError ended) {
      that(
          !ended.getMessage().contains("NullPointerException"),
          "listener.accept answered null (EAGAIN: nobody waits any more), and null was led in:\n"
              + "the whole server ended. Look whether there is a guest.\n"
              + evening.lastCalls(2));
      that(
          !ended.getMessage().startsWith("The loop itself ended"),
          "accept threw, and the whole server ended with it. A failure is told to the observer, and"
              + " that is all.\n"
              + ended.getMessage());
      throw ended;
    }
    that(evening.told("threw") == 0, "Something was thrown: " + evening.told());
    leaveTrail();
  }

  /** The trail ends with the last guest who was let in; how they left explains nothing. */
  private void leaveTrail() {
    Trail.forget();
    evening.calls().subList(0, lastLetIn() + 1).forEach(Trail::note);
  }

  private void areServed(int count, String mistake) {
    long accepted = evening.calls().stream().filter(DoorkeeperTest::letsIn).count();
    that(
        accepted < count || served() == count,
        "listener.accept handed out "
            + accepted
            + " guests, and "
            + served()
            + " of them were served: each has to be led in,\nby welcome, once.");
    equal((long) count, served(), mistake);
  }

  private static boolean letsIn(String call) {
    return call.startsWith("accept4(") && !call.contains("= -1");
  }

  /** The door has descriptor 0, and the kernel was asked to be silent about it. */
  private boolean wasPaused() {
    return evening.calls().stream().anyMatch(call -> call.matches("epoll_ctl.*_MOD, 0, .*"));
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
      last = letsIn(evening.calls().get(i)) ? i : last;
    }
    return last;
  }

  /** How often somebody was asked for in the first turn. */
  private long askedInOneTurn() {
    int first = indexOf("accept4(", 0);
    return between(first, indexOf("epoll_wait(", first), "accept4(");
  }

  @Test
  @Order(1)
  void everyoneWhoWaitsIsLetInWithOneWait() {
    crowd(CROWD);
    last(100 * MILLI);
    areServed(CROWD, "Twenty guests came; so many were let in and served.");
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
    equal(
        CROWD + 1L,
        askedInOneTurn(),
        "Twenty guests, and accept4 was called so often in that turn. Once for each, and once for"
            + " EAGAIN: then return.");
    that(
        !wasPaused(),
        "Nobody waits any more (EAGAIN), and the door was paused: who comes next has to wait. That"
            + " is\n"
            + "no failure: return.");
  }

  @Test
  @Order(3)
  void oneWhoLeftAtTheDoorKeepsNobodyOut() {
    evening.faults().with(InjectedFault.once(SystemCall.ACCEPT4, 3, Errno.ECONNABORTED));
    evening.faults().with(InjectedFault.once(SystemCall.ACCEPT4, 5, Errno.EPROTO));
    crowd(CROWD);
    last(100 * MILLI);
    String left = "Of twenty guests two left while they waited (ECONNABORTED, EPROTO). ";
    that(
        !wasPaused(),
        left + "That concerns them alone,\nand yet the door was paused for all: concernsOneGuest.");
    areServed(CROWD - 2, left + "The others served:");
    int first = indexOf("accept4(", 0);
    equal(
        0L,
        between(first, lastLetIn(), "epoll_wait("),
        left
            + "That concerns them alone, and\nyet those behind them had to wait for so many turns"
            + " more: go on with the next.");
    equal(
        2,
        evening.told("couldn't accept: accept4: E"),
        left + "Every failure is told to the\nobserver: acceptFailed.");
  }

  @Test
  @Order(4)
  void aFailureThatWillNotGoAwayIsNotTriedAgainAtOnce() {
    noDescriptorIsFree(Errno.EMFILE);
  }

  @Test
  @Order(5)
  void whicheverFailureItIs() {
    noDescriptorIsFree(Errno.ENFILE);
  }

  /** One guest is in the house already, another is kept at the door. */
  private void noDescriptorIsFree(int errno) {
    String name = Errno.of(errno).name();
    evening.faults().with(InjectedFault.fromThenOn(SystemCall.ACCEPT4, 3, errno));
    guests.add(evening.guest(evening.arriving(0).pause(50 * MILLI).send(REQUEST).awaitEnd()));
    guests.add(evening.guest(evening.arriving(10 * MILLI).send(REQUEST).awaitEnd()));
    evening.world().after(250 * MILLI, evening.faults()::heal);
    last(SECOND);
    int tries = evening.told("couldn't accept: accept4: " + name);
    that(tries > 0, name + ": every failure is told to the observer, acceptFailed.");
    that(
        tries < 20,
        "No descriptor is free ("
            + name
            + "), and accept4 was tried "
            + tries
            + " times in a quarter of a second.\nThe guest stays in the kernel's queue, so the door"
            + " stays ready: pause(), and return.");
    that(
        evening.answeredAt(101) >= 0 && evening.answeredAt(101) < 60,
        "The door was paused. Somebody who is in the house asked at 50 ms, and was answered at "
            + evening.answeredAt(101)
            + " ms:\nthe whole server had stopped to wait. pause() stops nobody; it asks the kernel"
            + " for silence.");
    equal(
        2L,
        served(),
        "A quarter of a second later a descriptor is free again, and the guest still waits at the"
            + " door. Served:");
  }

  @Test
  @Order(6)
  void whileTheDoorIsPausedNobodyIsLetIn() {
    evening =
        new ServerEvening(
            "The door was paused, but the kernel would not be silent (epoll_ctl failed), and says"
                + " again and again that\n"
                + "somebody is there. While the door is paused, nobody is let in; and then"
                + " waitUnlessSilent().");
    evening.faults().with(InjectedFault.fromThenOn(SystemCall.ACCEPT4, 1, Errno.EMFILE));
    evening.faults().with(InjectedFault.fromThenOn(SystemCall.EPOLL_CTL, 2, Errno.ENOMEM));
    guests.add(evening.guest(evening.arriving(0).send(REQUEST).awaitEnd()));
    evening.world().after(250 * MILLI, evening.faults()::heal);
    last(SECOND);
    equal(1L, served(), "When a descriptor was free again, the guest was let in and served:");
  }

  @Test
  @Order(7)
  void aFloodAtTheDoorLeavesOthersTheirTurn() {
    crowd(FLOOD);
    last(100 * MILLI);
    equal(
        (long) FAIR_SHARE,
        askedInOneTurn(),
        "Three hundred guests came at once, and so many were asked for in the first turn."
            + " FAIR_SHARE in one turn,\n"
            + "no more and no fewer: others are on the list, too, and the next wait tells of the"
            + " door again.");
    areServed(FLOOD, "Three hundred guests came; so many were served.");
  }
}
