package manor.exercises.modifyinterest;

import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import manor.epoll.Interest;
import manor.syscall.ErrnoException;
import manor.syscall.Linux;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** How often it is told stays as it was asked for, and every bit reaches the kernel. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HowOftenToldTest extends TriedList {
  HowOftenToldTest() throws ErrnoException {}

  @Test
  @Order(1)
  void aOneshotIsArmedAgain() throws ErrnoException {
    epoll.addInterest(guest, OLD, READABLE.oneshot());
    friendSaysSomething();
    assertEquals(Linux.EPOLLIN, look());
    assertEquals(0, look());
    change(READABLE.oneshot());
    tells(Linux.EPOLLIN, "The oneshot was armed again, and told nothing.");
    tells(
        0,
        "A oneshot is told once. This one was told twice: EPOLLONESHOT did not reach the kernel.");
  }

  @Test
  @Order(2)
  void anEdgeStaysAnEdge() throws ErrnoException {
    epoll.addInterest(guest, OLD, WRITABLE);
    change(READABLE.edge());
    friendSaysSomething();
    assertEquals(Linux.EPOLLIN, look());
    tells(
        0,
        "An edge is told when it comes. This one was told twice: EPOLLET did not reach the"
            + " kernel.");
  }

  @Test
  @Order(3)
  void everyBitReachesTheKernel() throws ErrnoException {
    epoll.addInterest(guest, OLD, READABLE);
    change(Interest.PEER_CLOSED);
    friend.close();
    assertTrue(
        (look() & Linux.EPOLLRDHUP) != 0,
        "The peer closed, and the guest who waits for just that was not told: EPOLLRDHUP did not\n"
            + "reach the kernel.");
  }

  @Test
  @Order(7)
  void bothWaysAreToldOfAtOnce() throws ErrnoException {
    epoll.addInterest(guest, OLD, READABLE);
    friendSaysSomething();
    change(READABLE.and(WRITABLE));
    tells(
        Linux.EPOLLIN | Linux.EPOLLOUT,
        "A guest may wait to read and to write at once, and there are a letter and room. All bits"
            + " of the interest\nhave to reach the kernel, not only one of them.");
  }

  @Test
  @Order(5)
  void aLevelThatWritesStaysALevelToo() throws ErrnoException {
    epoll.addInterest(guest, OLD, READABLE);
    change(WRITABLE);
    assertEquals(Linux.EPOLLOUT, look());
    tells(
        Linux.EPOLLOUT,
        "There is still room, and a level is told as long as it is so. This one was told only once:"
            + " a flag reached\nthe kernel that nobody asked for.");
  }

  @Test
  @Order(6)
  void theSameInterestIsSetAgain() throws ErrnoException {
    epoll.addInterest(guest, OLD, READABLE);
    change(READABLE);
    change(READABLE);
    if (controls.isEmpty()) {
      fail(
          "The interest was the same as in the call before, and you told the kernel nothing. It may"
              + " be\nanother guest's, or a oneshot that has fired: the kernel is told every time.");
    }
  }

  @Test
  @Order(4)
  void aLevelStaysALevel() throws ErrnoException {
    epoll.addInterest(guest, OLD, WRITABLE);
    change(READABLE);
    friendSaysSomething();
    assertEquals(Linux.EPOLLIN, look());
    tells(
        Linux.EPOLLIN,
        "A level is told as long as it is so. This one was told only once: a flag reached the"
            + " kernel"
            + " that nobody asked for.");
  }
}
