package manor.exercises.acceptthemall;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;
import static manor.exercises.ServerEvening.MILLI;
import static manor.exercises.ServerEvening.SECOND;

import manor.exercises.ServerEvening;
import manor.simulator.InjectedFault;
import manor.simulator.SystemCall;
import manor.syscall.Errno;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class NobodyFreeTest {
  private final Doorkeeping door = new Doorkeeping();

  @Test
  @Order(1)
  void aFailureThatWillNotGoAwayIsNotTriedAgainAtOnce() {
    noDescriptorIsFree(Errno.EMFILE, door);
  }

  /** All but what concerns one guest. */
  @Test
  @Order(2)
  void whicheverFailureItIs() {
    noDescriptorIsFree(Errno.ENFILE, door);
    noDescriptorIsFree(Errno.ENOMEM, new Doorkeeping());
  }

  /** One guest is in the house already, another is kept at the door. */
  private static void noDescriptorIsFree(int errno, Doorkeeping door) {
    ServerEvening evening = door.evening;
    String name = Errno.of(errno).name();
    door.fails(3, errno, 250 * MILLI);
    door.guest(0, 50 * MILLI);
    door.guest(10 * MILLI, 0);
    door.last(SECOND);
    int tries = evening.told("couldn't accept: accept4: " + name);
    that(tries > 0, name + ": every failure is told to the observer, acceptFailed.");
    that(
        tries < 20,
        (errno == Errno.ENOMEM
                ? "The kernel has no memory for one more ("
                : "No descriptor is free (")
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
        door.served(),
        "A quarter of a second later a descriptor is free again, and the guest still waits at the"
            + " door. Served:");
  }

  @Test
  @Order(3)
  void whoeverCameInBeforeItIsServed() {
    door.fails(3, Errno.EMFILE, 60 * MILLI);
    for (int i = 0; i < 5; i++) {
      door.guest(0, 0);
    }
    door.last(SECOND);
    door.areServed(
        5,
        "Five guests came at once; after two of them no descriptor was free for a while (EMFILE)."
            + " So many were served:");
  }

  @Test
  @Order(4)
  void whileTheDoorIsPausedNobodyIsLetIn() {
    Doorkeeping noisy =
        new Doorkeeping(
            new ServerEvening(
                "The door was paused, but the kernel would not be silent (epoll_ctl failed), and"
                    + " says again and again that\n"
                    + "somebody is there. While the door is paused, nobody is let in; and then"
                    + " waitUnlessSilent()."));
    noisy.evening.faults().with(InjectedFault.fromThenOn(SystemCall.EPOLL_CTL, 2, Errno.ENOMEM));
    noisy.fails(1, Errno.EMFILE, 250 * MILLI);
    noisy.guest(0, 0);
    noisy.last(SECOND);
    equal(1L, noisy.served(), "When a descriptor was free again, the guest was let in and served:");
  }
}
