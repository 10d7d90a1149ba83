package manor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import manor.simulator.Calls.Pair;
import manor.syscall.Linux;
import manor.syscall.Memory;
import org.junit.jupiter.api.Test;

/** epoll(7), epoll_ctl(2), epoll_wait(2). */
interface EpollContract extends KernelContract {
  @Test
  default void aLevelIsToldAsLongAsItIsSo() {
    int epoll = on().epoll();
    int fd = on().counter(1, 0);
    on().watch(epoll, fd, IN);
    assertEquals(List.of(fd + ":IN"), on().ready(epoll));
    assertEquals(List.of(fd + ":IN"), on().ready(epoll));
    on().count(fd);
    assertEquals(List.of(), on().ready(epoll));
  }

  @Test
  default void anEdgeIsToldOnceUntilSomethingNewHappens() {
    int epoll = on().epoll();
    Pair pair = on().socketpair();
    on().watch(epoll, pair.first(), IN | EDGE);
    on().write(pair.second(), "a");
    assertEquals(List.of(pair.first() + ":IN"), on().ready(epoll));
    assertEquals(List.of(), on().ready(epoll));
    on().write(pair.second(), "b");
    assertEquals(List.of(pair.first() + ":IN"), on().ready(epoll));
    on().read(pair.first(), 1);
    assertEquals(List.of(), on().ready(epoll));
  }

  @Test
  default void aOneshotIsSilentUntilItIsArmedAgain() {
    int epoll = on().epoll();
    int fd = on().counter(1, 0);
    on().watch(epoll, fd, IN | ONESHOT);
    assertEquals(List.of(fd + ":IN"), on().ready(epoll));
    on().add(fd, 1);
    assertEquals(List.of(), on().ready(epoll));
    assertEquals(0, on().control(epoll, MOD, fd, IN | ONESHOT));
    assertEquals(List.of(fd + ":IN"), on().ready(epoll));
    assertEquals(List.of(), on().ready(epoll));
  }

  @Test
  default void aModifiedEdgeIsToldAgain() {
    int epoll = on().epoll();
    int fd = on().counter(1, 0);
    on().watch(epoll, fd, IN | EDGE);
    on().ready(epoll);
    assertEquals(List.of(), on().ready(epoll));
    on().control(epoll, MOD, fd, IN | EDGE);
    assertEquals(List.of(fd + ":IN"), on().ready(epoll));
  }

  @Test
  default void withFewPlacesLevelsTakeTurns() {
    int epoll = on().epoll();
    int a = on().counter(1, 0);
    int b = on().counter(1, 0);
    int c = on().counter(1, 0);
    List.of(a, b, c).forEach(fd -> on().watch(epoll, fd, IN));
    assertEquals(List.of(a + ":IN", b + ":IN"), on().ready(epoll, 2, 0));
    assertEquals(List.of(c + ":IN", a + ":IN"), on().ready(epoll, 2, 0));
    assertEquals(List.of(b + ":IN", c + ":IN"), on().ready(epoll, 2, 0));
  }

  @Test
  default void whoBecameReadyFirstIsToldFirst() {
    int epoll = on().epoll();
    int a = on().counter(0, 0);
    int b = on().counter(0, 0);
    on().watch(epoll, a, IN);
    on().watch(epoll, b, IN);
    on().add(b, 1);
    on().add(a, 1);
    assertEquals(List.of(b + ":IN", a + ":IN"), on().ready(epoll));
  }

  @Test
  default void aClosedDescriptorIsWatchedNoMore() {
    int epoll = on().epoll();
    int fd = on().counter(1, 0);
    on().watch(epoll, fd, IN);
    on().kernel().close(fd);
    assertEquals(List.of(), on().ready(epoll));
    assertEquals(fd, on().counter(1, 0));
    assertEquals(List.of(), on().ready(epoll));
    assertEquals("ENOENT", said(on().control(epoll, MOD, fd, IN)));
  }

  @Test
  default void anInterestIsAddedOnceAndOnlyRemovedIfThere() {
    int epoll = on().epoll();
    int fd = on().counter(1, 0);
    assertEquals("ENOENT", said(on().control(epoll, MOD, fd, IN)));
    assertEquals("ENOENT", said(on().control(epoll, DEL, fd, 0)));
    assertEquals(0, on().control(epoll, ADD, fd, IN));
    assertEquals("EEXIST", said(on().control(epoll, ADD, fd, IN)));
    assertEquals(0, on().kernel().epoll_ctl(epoll, DEL, fd, null));
    assertEquals(List.of(), on().ready(epoll));
    assertEquals("EINVAL", said(on().control(epoll, 9, fd, IN)));
  }

  @Test
  default void itNeedsAnEpollInstanceAndRoomForAnEvent() {
    int fd = on().counter(0, 0);
    int epoll = on().epoll();
    Memory events = Memory.allocate(64);
    assertEquals("EINVAL", said(on().control(fd, ADD, epoll, IN)));
    assertEquals("EINVAL", said(on().control(epoll, ADD, epoll, IN)));
    assertEquals("EINVAL", said(on().kernel().epoll_wait(fd, events, 1, 0)));
    assertEquals("EINVAL", said(on().kernel().epoll_wait(epoll, events, 0, 0)));
    assertEquals("EBADF", said(on().kernel().epoll_wait(fd + 90, events, 1, 0)));
    assertEquals("EFAULT", said(on().kernel().epoll_ctl(epoll, ADD, fd, null)));
  }

  @Test
  default void errorsAndHangUpsNeedNoInterest() {
    int epoll = on().epoll();
    Pair pair = on().socketpair();
    on().watch(epoll, pair.first(), 0);
    on().write(pair.first(), "unread");
    on().kernel().close(pair.second());
    assertEquals(List.of(pair.first() + ":ERR|HUP"), on().ready(epoll));
  }

  @Test
  default void oneInstanceCanWatchAnother() {
    int inner = on().epoll();
    int outer = on().epoll();
    int fd = on().counter(0, 0);
    on().watch(inner, fd, IN);
    on().watch(outer, inner, IN);
    assertEquals(List.of(), on().ready(outer));
    on().add(fd, 1);
    assertEquals(List.of(inner + ":IN"), on().ready(outer));
    on().count(fd);
    assertEquals(List.of(), on().ready(outer));
    assertEquals("ELOOP", said(on().control(inner, ADD, outer, IN)));
  }

  @Test
  default void aTimeoutRunsOutAndAnswersNone() {
    assertEquals(List.of(), on().ready(on().epoll(), 1, 3));
    assertEquals(Linux.EPOLLIN, IN);
  }
}
