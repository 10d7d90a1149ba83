package manor.exercises.modifyinterest;

import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Linux;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a caller of {@code modifyInterest} relies on: one call, the new interest, the new token. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModifyInterestTest extends TriedList {
  ModifyInterestTest() throws ErrnoException {}

  @Test
  @Order(1)
  void theKernelIsToldWithOneCall() throws ErrnoException {
    epoll.addInterest(guest, OLD, READABLE);
    try {
      change(WRITABLE);
    } catch (ErrnoException refused) {
      refusal(refused);
    }
    assertTrue(
        !controls.isEmpty(),
        "You told the kernel nothing: the list is the kernel's, and only epoll_ctl changes it.");
    assertTrue(
        controls.size() > 1 || !controls.get(0).contains("EPOLL_CTL_DEL"),
        "You asked for EPOLL_CTL_DEL: the guest is off the list, and nobody will ever call him.\n"
            + "He stays, and waits for something else: that is EPOLL_CTL_MOD.");
    assertTrue(
        controls.size() == 1,
        () ->
            "One call is enough, EPOLL_CTL_MOD. You made "
                + controls.size()
                + (controls.get(0).contains("EPOLL_CTL_DEL")
                    ? ": between them the guest is on no list,\n"
                        + "and if the second one fails, he is lost."
                    : ", and one of them was for nothing.")
                + "\n  "
                + String.join("\n  ", controls));
  }

  private void refusal(ErrnoException refused) {
    if (refused.errno() == Errno.EEXIST) {
      fail(
          "The kernel answered EEXIST: the guest is on the list already, and EPOLL_CTL_ADD is for\n"
              + "somebody new. To change an interest there is another operation.");
    }
    fail(
        "The kernel refused the call, though nothing was wrong with the guest. It wants four"
            + " things,"
            + " in this order:\nthe list's number (fd), the operation (EPOLL_CTL_MOD), the guest's"
            + " number (target), and the event.\n  "
            + String.join("\n  ", controls));
  }

  @Test
  @Order(2)
  void theNewInterestIsToldOf() throws ErrnoException {
    epoll.addInterest(guest, OLD, READABLE);
    change(WRITABLE);
    tells(
        Linux.EPOLLOUT,
        "The guest waits for room to write now, and there is room, but the wait told otherwise.");
  }

  @Test
  @Order(3)
  void theOldInterestIsForgotten() throws ErrnoException {
    epoll.addInterest(guest, OLD, WRITABLE);
    change(READABLE);
    tells(0, "The guest no longer waits to write, and was told of room all the same.");
  }

  @Test
  @Order(4)
  void onlyWhatWasAskedForIsToldOf() throws ErrnoException {
    epoll.addInterest(guest, OLD, READABLE);
    friendSaysSomething();
    change(WRITABLE);
    tells(
        Linux.EPOLLOUT,
        "The guest waited to read and now waits for room only, and was told of a letter too: the"
            + " new"
            + " interest\ntakes the old one's place and is not put on top of it. No bit is"
            + " yours to add.");
  }

  @Test
  @Order(5)
  void theNewTokenComesBack() throws ErrnoException {
    epoll.addInterest(guest, OLD, READABLE);
    change(WRITABLE);
    look();
    assertEquals(
        NEW.value(),
        events.key(0),
        "The event came back under the wrong token: its data has to be the new token's value."
            + whoseNumber(events.key(0)));
  }

  private String whoseNumber(long came) {
    if (came == (int) NEW.value()) {
      return "\nYours is cut to 32 bits, by an int; a token has 64.";
    }
    return came == guest.number()
        ? "\nYours is the guest's descriptor. A number that is free again goes to a stranger."
        : "";
  }
}
