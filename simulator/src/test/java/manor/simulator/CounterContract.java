package manor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import manor.syscall.Linux;
import org.junit.jupiter.api.Test;

/** eventfd(2). */
interface CounterContract extends KernelContract {
  @Test
  default void aReadTakesAllThatWasAdded() {
    int fd = on().counter(2, 0);
    assertEquals(8, on().add(fd, 40));
    assertEquals("42", on().count(fd));
    assertEquals("EAGAIN", on().count(fd));
  }

  @Test
  default void aSemaphoreGivesOneAtATime() {
    int fd = on().counter(2, Linux.EFD_SEMAPHORE);
    assertEquals("1", on().count(fd));
    assertEquals("1", on().count(fd));
    assertEquals("EAGAIN", on().count(fd));
  }

  @Test
  default void theLargestValueIsOneBelowTheOverflow() {
    int fd = on().counter(0, 0);
    assertEquals(8, on().add(fd, -2));
    assertEquals("EAGAIN", said(on().add(fd, 1)));
    assertEquals("EINVAL", said(on().add(fd, -1)));
    assertEquals(8, on().add(fd, 0));
    assertEquals("18446744073709551614", on().count(fd));
  }

  @Test
  default void lessThanEightBytesAreInvalid() {
    int fd = on().counter(1, 0);
    assertEquals("EINVAL", on().read(fd, 7));
    assertEquals("EINVAL", said(on().write(fd, "1234567")));
  }

  @Test
  default void itIsReadableAboveZeroAndWritableBelowTheTop() {
    int epoll = on().epoll();
    int fd = on().counter(0, 0);
    on().watch(epoll, fd, IN | OUT);
    assertEquals(List.of(fd + ":OUT"), on().ready(epoll));
    on().add(fd, 1);
    assertEquals(List.of(fd + ":IN|OUT"), on().ready(epoll));
    on().add(fd, -3);
    assertEquals(List.of(fd + ":IN"), on().ready(epoll));
  }
}
