package manor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import manor.simulator.Calls.Pair;
import manor.syscall.Linux;
import org.junit.jupiter.api.Test;

/** socketpair(2), unix(7). */
interface UnixPairContract extends KernelContract {
  @Test
  default void bytesGoBothWays() {
    Pair pair = on().socketpair();
    on().write(pair.first(), "there");
    on().write(pair.second(), "back");
    assertEquals("there", on().read(pair.second(), 10));
    assertEquals("back", on().read(pair.first(), 10));
    assertEquals("EAGAIN", on().read(pair.first(), 10));
  }

  @Test
  default void aHalfClosedPairStillGoesTheOtherWay() {
    Pair pair = on().socketpair();
    on().write(pair.first(), "last");
    assertEquals(0, on().kernel().shutdown(pair.first(), Linux.SHUT_WR));
    assertEquals("EPIPE", said(on().write(pair.first(), "x")));
    assertEquals("last", on().read(pair.second(), 10));
    assertEquals("", on().read(pair.second(), 10));
    assertEquals(4, on().write(pair.second(), "back"));
    assertEquals("back", on().read(pair.first(), 10));
  }

  @Test
  default void anEndThatLeavesIsAnEndOfFileAndAHangUp() {
    Pair pair = on().socketpair();
    int epoll = on().epoll();
    on().watch(epoll, pair.first(), IN | RDHUP);
    on().kernel().close(pair.second());
    assertEquals(List.of(pair.first() + ":IN|HUP|RDHUP"), on().ready(epoll));
    assertEquals("", on().read(pair.first(), 1));
    assertEquals("EPIPE", said(on().write(pair.first(), "x")));
  }

  @Test
  default void anEndThatLeavesBytesUnreadResets() {
    Pair pair = on().socketpair();
    on().write(pair.first(), "unread");
    on().kernel().close(pair.second());
    assertEquals("ECONNRESET", on().read(pair.first(), 1));
    assertEquals("", on().read(pair.first(), 1));
  }

  @Test
  default void aFullPairIsWritableAgainWhenMostOfItIsRead() {
    Pair pair = on().socketpair();
    int epoll = on().epoll();
    on().watch(epoll, pair.first(), OUT | EDGE);
    int filled = on().fill(pair.first());
    assertTrue(filled > 100_000);
    on().ready(epoll);
    on().read(pair.second(), filled / 2);
    assertEquals(List.of(), on().ready(epoll));
    on().drain(pair.second());
    assertEquals(List.of(pair.first() + ":OUT"), on().ready(epoll));
  }
}
