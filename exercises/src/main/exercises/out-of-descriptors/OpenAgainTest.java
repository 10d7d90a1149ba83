package manor.exercises.outofdescriptors;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;
import static manor.exercises.ServerEvening.MILLI;
import static manor.exercises.ServerEvening.SECOND;

import manor.exercises.ServerEvening;
import manor.http.Timeouts;
import manor.simulator.InjectedFault;
import manor.simulator.SystemCall;
import manor.syscall.Errno;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The door is as it was; and the clock may wrap around, and the kernel not listen. */
@TestMethodOrder(OrderAnnotation.class)
class OpenAgainTest extends CrowdedEvening {
  @Test
  @Order(1)
  void anOpenDoorIsAsItWas() {
    ServerEvening evening = small();
    evening.guest(asks(evening, 0, 20 * MILLI));
    evening.guest(asks(evening, 0, 600 * MILLI));
    evening.guest(asks(evening, 10 * MILLI, 30 * MILLI));
    evening.guest(asks(evening, 700 * MILLI, 5 * SECOND));
    evening.guest(asks(evening, 800 * MILLI, 5 * SECOND));
    evening.last(SECOND);
    that(
        isServedInTime(evening, 104) && isServedInTime(evening, 105),
        "The door was paused, and opened again. Two guests came later, at 700 and 800 ms, when"
            + " there"
            + " was room for both,\nand were not let in: ask for plain READABLE, as it was at the"
            + " beginning. Who asks for a oneshot is told once.");
    evening.calls().stream()
        .filter(call -> call.contains("EPOLL_CTL_MOD, 0,"))
        .forEach(OpenAgainTest::isPlain);
    long opened = evening.calls().stream().filter(CrowdedEvening::opens).count();
    long closed = evening.calls().stream().filter(CrowdedEvening::closes).count();
    that(
        opened <= closed,
        "The kernel was asked "
            + closed
            + " times to be silent about the door (Interest.NONE), and "
            + opened
            + " times to tell of it again.\nOnly a door that is paused has to be opened: for every"
            + " other guest who leaves that is a system call for nothing.");
  }

  @Test
  @Order(2)
  void whateverTheClockShowsTheMomentComes() {
    long begins = Long.MAX_VALUE - 50 * MILLI;
    ServerEvening evening = new ServerEvening(SMALL, Timeouts.DEFAULT, begins, last -> WRAPPED);
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.faults().with(InjectedFault.fromThenOn(SystemCall.ACCEPT4, 1, Errno.ENFILE));
    evening.world().after(150 * MILLI, evening.faults()::heal);
    evening.last(SECOND);
    that(isServedInTime(evening, 101) && evening.count("accept4") < 20, WRAPPED);
  }

  @Test
  @Order(3)
  void aKernelThatDoesNotListenIsAskedAgain() {
    ServerEvening evening = small();
    evening.guest(asks(evening, 0, 50 * MILLI));
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.guest(asks(evening, 10 * MILLI, 5 * SECOND));
    evening
        .world()
        .after(
            40 * MILLI,
            () ->
                evening
                    .faults()
                    .with(InjectedFault.fromThenOn(SystemCall.EPOLL_CTL, 1, Errno.ENOMEM)));
    evening.world().after(240 * MILLI, evening.faults()::heal);
    evening.last(SECOND);
    that(
        isServedInTime(evening, 103),
        "The door was to be opened, and epoll_ctl answered ENOMEM. ask(READABLE) was false, and"
            + " nobody asked again:\nthe door stays shut for ever. Stay paused until the kernel has"
            + " listened.");
  }

  @Test
  @Order(4)
  void aKernelThatWillNotBeSilentKeepsNobodyOutForEver() {
    ServerEvening evening =
        new ServerEvening(SMALL, Timeouts.DEFAULT, ServerEvening::coarse, last -> NOT_SILENT);
    evening.guest(asks(evening, 0, 300 * MILLI));
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.guest(asks(evening, 10 * MILLI, 5 * SECOND));
    int silence = 5;
    evening.faults().with(InjectedFault.fromThenOn(SystemCall.EPOLL_CTL, silence, Errno.ENOMEM));
    evening.world().after(250 * MILLI, evening.faults()::heal);
    evening.last(SECOND);
    that(
        isServedInTime(evening, 103),
        "epoll_ctl answered ENOMEM when the kernel was asked for silence (silent is false). Then"
            + " the"
            + " door was never closed,\nand need not be opened: but it must not stay paused.");
    equal(0, evening.told("threw"), "Something was thrown: " + evening.told());
  }

  private static void isPlain(String call) {
    that(
        closes(call) || call.contains("{events=EPOLLIN,"),
        "The kernel was told of the door:\n  "
            + call
            + "\nA paused door asks for Interest.NONE, an open one for plain READABLE, as at the"
            + " beginning. An edge is told once:\naccept lets in a fair share of a turn, and"
            + " nobody would be told of those who stand behind.");
  }
}
