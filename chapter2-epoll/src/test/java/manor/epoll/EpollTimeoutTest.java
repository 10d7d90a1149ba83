package manor.epoll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exactly which milliseconds the kernel is asked to wait, with a clock that the test winds. */
class EpollTimeoutTest {
  private static final int EINTR = -Errno.EINTR;

  private final Kernel kernel = mock(Kernel.class);
  private final Events events = new Events(1);
  private final List<Integer> asked = new ArrayList<>();
  private long now = Long.MAX_VALUE - 5;
  private Epoll epoll;

  @BeforeEach
  void create() throws ErrnoException {
    when(kernel.epoll_create1(Linux.EPOLL_CLOEXEC)).thenReturn(3);
    epoll = Epoll.create(kernel, () -> now);
  }

  private static long millis(double millis) {
    return (long) (millis * TimeUnit.MILLISECONDS.toNanos(1));
  }

  /** Each wait takes {@code elapsed} and gives the next of {@code answers}. */
  private void kernelAnswers(long elapsed, int... answers) {
    when(kernel.epoll_wait(anyInt(), any(), anyInt(), anyInt()))
        .thenAnswer(
            call -> {
              asked.add(call.getArgument(3));
              now += elapsed;
              return answers[asked.size() - 1];
            });
  }

  @ParameterizedTest
  @CsvSource({
    "-1, -1",
    "0, 0",
    "1, 1",
    "999999, 1",
    "1000000, 1",
    "1000001, 2",
    "1999999999, 2000",
    "2147483647000000, 2147483647",
    "2147483647000001, 2147483647",
    "9223372036854775807, 2147483647"
  })
  void aTimeoutIsRoundedUpToAMillisecond(long nanos, int expected) throws ErrnoException {
    kernelAnswers(0, 0);
    assertEquals(0, epoll.wait(events, nanos));
    assertEquals(List.of(expected), asked);
  }

  @Test
  void anInterruptedWaitGoesOnWithWhatIsLeft() throws ErrnoException {
    kernelAnswers(millis(3.5), EINTR, EINTR, 1);
    assertEquals(1, epoll.wait(events, millis(10)));
    assertEquals(List.of(10, 7, 3), asked);
    assertEquals(1, events.count());
  }

  @Test
  void aWaitInterruptedAfterItsTimeLooksOnceMore() throws ErrnoException {
    kernelAnswers(millis(10), EINTR, 1);
    assertEquals(1, epoll.wait(events, millis(7)));
    assertEquals(List.of(7, 0), asked);
  }

  @Test
  void manyInterruptionsDoNotMakeAWaitLonger() throws ErrnoException {
    kernelAnswers(millis(1), EINTR, EINTR, EINTR, EINTR, 0);
    assertEquals(0, epoll.wait(events, millis(3)));
    assertEquals(List.of(3, 2, 1, 0, 0), asked);
  }

  @Test
  void foreverStaysForeverWhenInterrupted() throws ErrnoException {
    kernelAnswers(millis(1000), EINTR, EINTR, 1);
    epoll.wait(events, Epoll.FOREVER);
    assertEquals(List.of(-1, -1, -1), asked);
  }

  @Test
  void aLookStaysALookWhenInterrupted() throws ErrnoException {
    kernelAnswers(millis(1000), EINTR, 0);
    epoll.wait(events, 0);
    assertEquals(List.of(0, 0), asked);
  }

  @Test
  void onlyATimeoutNeedsTheClock() throws ErrnoException {
    Epoll unclocked =
        Epoll.create(
            kernel,
            () -> {
              throw new AssertionError("nobody needs the time");
            });
    kernelAnswers(0, EINTR, 0, EINTR, 1);
    unclocked.wait(events, 0);
    unclocked.wait(events, Epoll.FOREVER);
    assertEquals(List.of(0, 0, -1, -1), asked);
  }

  @Test
  void aFailedWaitLeavesNoEvents() throws ErrnoException {
    kernelAnswers(0, 1, -Errno.EBADF);
    epoll.wait(events, 0);
    assertEquals(1, events.count());
    var thrown = assertThrows(ErrnoException.class, () -> epoll.wait(events, 0));
    assertEquals("epoll_wait: EBADF (Bad file descriptor)", thrown.getMessage());
    assertEquals(0, events.count());
  }

  @Test
  void noListNoEpoll() {
    when(kernel.epoll_create1(Linux.EPOLL_CLOEXEC)).thenReturn(-Errno.EMFILE);
    var thrown = assertThrows(ErrnoException.class, () -> Epoll.create(kernel, Clock.system()));
    assertEquals("epoll_create1: EMFILE (Too many open files)", thrown.getMessage());
  }
}
