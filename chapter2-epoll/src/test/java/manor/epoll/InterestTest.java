package manor.epoll;

import static manor.epoll.Interest.NONE;
import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import manor.syscall.Linux;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestTest {
  @Test
  void interestsAddUp() {
    Interest both = READABLE.and(WRITABLE);
    assertEquals(Linux.EPOLLIN | Linux.EPOLLOUT, both.bits());
    assertTrue(both.isReadable() && both.isWritable());
    assertFalse(READABLE.isWritable() || WRITABLE.isReadable());
    assertFalse(NONE.isReadable() || NONE.isWritable());
    assertEquals(READABLE, READABLE.and(NONE).and(READABLE));
  }

  @Test
  void howOftenIsABitBesideWhatFor() {
    assertEquals(Linux.EPOLLIN | Linux.EPOLLET, READABLE.edge().bits());
    assertEquals(Linux.EPOLLIN | Linux.EPOLLONESHOT, READABLE.oneshot().bits());
    assertTrue(READABLE.edge().oneshot().isReadable());
  }

  /** r and w: readable, writable; p: priority; R and W: that half is closed; e: an error. */
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "0x0000, ''",
    "0x0001, r",
    "0x0002, rp",
    "0x0004, w",
    "0x0005, rw",
    "0x0008, We",
    "0x000c, wWe",
    "0x0010, RW",
    "0x0011, rRW",
    "0x2000, R",
    "0x2001, rR",
    "0x2019, rRWe",
    "0x0009, re"
  })
  void readyReadsTheKernelsBits(String bits, String expected) {
    Ready ready = new Ready(Integer.decode(bits));
    String said =
        (ready.isReadable() ? "r" : "")
            + (ready.isWritable() ? "w" : "")
            + (ready.isPriority() ? "p" : "")
            + (ready.isReadClosed() ? "R" : "")
            + (ready.isWriteClosed() ? "W" : "")
            + (ready.isError() ? "e" : "");
    assertEquals(expected, said);
  }

  @Test
  void readinessIsJoinedAndTakenAway() {
    Ready in = new Ready(Linux.EPOLLIN);
    Ready out = new Ready(Linux.EPOLLOUT);
    assertEquals(new Ready(Linux.EPOLLIN | Linux.EPOLLOUT), in.union(out));
    assertEquals(out, in.union(out).minus(in));
    assertEquals(Ready.NONE, in.minus(in));
    assertEquals(in, in.minus(out));
  }
}
