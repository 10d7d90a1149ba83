package manor.exercises.acceptthemall;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;
import static manor.exercises.ServerEvening.MILLI;
import static manor.exercises.ServerEvening.REQUEST;

import java.util.ArrayList;
import java.util.List;
import manor.exercises.ServerEvening;
import manor.exercises.Trail;
import manor.http.Timeouts;
import manor.simulator.InjectedFault;
import manor.simulator.MachineSize;
import manor.simulator.ScriptedClient;
import manor.simulator.SystemCall;

/** An evening at the door, and what its calls tell of the doorkeeper. */
final class Doorkeeping {
  final ServerEvening evening;
  private final List<ScriptedClient> guests = new ArrayList<>();

  Doorkeeping() {
    this(new ServerEvening(MachineSize.USUAL, Timeouts.DEFAULT, 0, Doorkeeping::spin));
  }

  static Doorkeeping whereObserverWantsAddresses() {
    return new Doorkeeping(ServerEvening.askingForAddresses(Doorkeeping::spin));
  }

  Doorkeeping(ServerEvening evening) {
    this.evening = evening;
  }

  private static String spin(String lastCalls) {
    return lastCalls.contains("accept4(")
        ? "The doorkeeper makes calls without end. A guest who cannot be let in stays in the"
            + " kernel's queue, and so\n"
            + "the door stays ready: pause() asks the kernel for silence; then return."
        : "Turn after turn the kernel says that somebody is at the door, and listener.accept is not"
            + " called any more.\n"
            + "The fair share is that of one turn: in the next one it is counted anew.";
  }

  /** The n-th accept4 fails. */
  void fails(int nth, int errno) {
    evening.faults().with(InjectedFault.once(SystemCall.ACCEPT4, nth, errno));
  }

  /** The n-th accept4 fails, and every later one until that moment. */
  void fails(int nth, int errno, long until) {
    evening.faults().with(InjectedFault.fromThenOn(SystemCall.ACCEPT4, nth, errno));
    evening.world().after(until, evening.faults()::heal);
  }

  /** They all come at once, ask, and stay a while. */
  void crowd(int count) {
    for (int i = 0; i < count; i++) {
      guests.add(evening.guest(evening.arriving(0).send(REQUEST).pause(40 * MILLI).close()));
    }
  }

  /** They all come at once, and stay a while. Every tenth asks for something. */
  void flood(int count) {
    for (int i = 1; i <= count; i++) {
      if (i % 10 == 0) {
        crowd(1);
      } else {
        evening.guest(evening.arriving(0).pause(40 * MILLI).close());
      }
    }
  }

  /** One who comes at a moment, asks later, and waits for the answer. */
  void guest(long at, long asksAfter) {
    guests.add(evening.guest(evening.arriving(at).pause(asksAfter).send(REQUEST).awaitEnd()));
  }

  long served() {
    return guests.stream().filter(guest -> guest.text().endsWith("welcome")).count();
  }

  /** The evening; and if the loop was ended by accept, how. */
  void last(long nanos) {
    try {
      evening.last(nanos);
    } catch (AssertionError ended) {
      that(
          !ended.getMessage().contains("NullPointerException"),
          "listener.accept answered null (EAGAIN: nobody waits any more), and null was led in:\n"
              + "the whole server ended. Look whether there is a guest.\n"
              + evening.lastCalls(2));
      that(
          !ended.getMessage().contains("not an internet address"),
          "A guest was let in, and this server wants to know where he comes from: nobody had laid"
              + " his address down.\nlistener.accept(peer) does, where there is a peer.\n"
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
    that(
        indexOf("accept4(-1,", 0) < 0,
        "The door itself was closed, and then somebody was asked for: EBADF. Nobody will be let in"
            + " any more.\n"
            + "A failure may close the door for a while, and that is pause().");
  }

  /** The trail ends with the last guest who was let in; how they left explains nothing. */
  private void leaveTrail() {
    Trail.forget();
    evening.calls().subList(0, lastLetIn() + 1).forEach(Trail::note);
  }

  void areServed(int count, String mistake) {
    long accepted = evening.calls().stream().filter(Doorkeeping::letsIn).count();
    that(
        accepted < count || served() == count,
        "listener.accept handed out "
            + accepted
            + " guests, and "
            + served()
            + " of them were served: each has to be led in,\nby welcome, once; and before the next is asked"
            + " for, which may fail.");
    equal((long) count, served(), mistake);
  }

  private static boolean letsIn(String call) {
    return call.startsWith("accept4(") && !call.contains("= -1");
  }

  /** The door has descriptor 0, and the kernel was asked to be silent about it. */
  boolean wasPaused() {
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

  /** How often the kernel was asked who is ready, between the first and the last who came in. */
  long waits() {
    return between(indexOf("accept4(", 0), lastLetIn(), "epoll_wait(");
  }

  private int lastLetIn() {
    int last = -1;
    for (int i = 0; i < evening.calls().size(); i++) {
      last = letsIn(evening.calls().get(i)) ? i : last;
    }
    return last;
  }

  /** How often somebody was asked for in the first turn. */
  long askedInOneTurn() {
    int first = indexOf("accept4(", 0);
    return between(first, indexOf("epoll_wait(", first), "accept4(");
  }
}
