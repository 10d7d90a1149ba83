package manor.exercises.modifyinterest;

import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import manor.syscall.ErrnoException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Refusals of the kernel are the caller's to hear. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefusalHeardTest extends TriedList {
  RefusalHeardTest() throws ErrnoException {}

  @Test
  @Order(1)
  void aRefusalIsHeard() {
    try {
      change(READABLE);
    } catch (ErrnoException heard) {
      assertEquals(
          "epoll_ctl: ENOENT (No such file or directory)",
          heard.getMessage(),
          "The guest was never added, and the caller has to hear it in the kernel's words: which"
              + " call"
              + " failed,\nand with which errno, a positive number.");
      return;
    }
    assertTrue(
        controls.size() == 1,
        "The kernel refused (ENOENT: the guest was never added), and you added him. Whoever wants"
            + " him"
            + " on the list\nsays so by addInterest; here the caller has to hear that he is not.");
    fail(
        "The kernel refused (ENOENT: the guest was never added), and your method kept it quiet.\n"
            + "Hand what epoll_ctl answers to check, which throws when it is -errno.");
  }

  @Test
  @Order(2)
  void aClosedGuestIsEbadf() throws ErrnoException {
    epoll.addInterest(guest, OLD, READABLE);
    guest.close();
    try {
      change(WRITABLE);
    } catch (ErrnoException heard) {
      assertEquals(
          "epoll_ctl: EBADF (Bad file descriptor)",
          heard.getMessage(),
          "The guest was closed before: the caller hears it in the kernel's words.");
      return;
    }
    fail(
        "The guest was closed before, and your method kept it quiet: the caller believes that he"
            + " is"
            + " waited for.\n"
            + (controls.isEmpty()
                ? "Ask the kernel all the same; it answers EBADF, and check throws it."
                : "The kernel answered EBADF: hand it to check, which throws."));
  }
}
