package manor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import manor.simulator.Calls.Pair;
import manor.syscall.Linux;
import manor.syscall.Memory;
import org.junit.jupiter.api.Test;

/** open(2), close(2), fcntl(2). */
interface DescriptorContract extends KernelContract {
  @Test
  default void aNewDescriptorIsTheLowestThatIsFree() {
    int first = on().counter(0, 0);
    int second = on().counter(0, 0);
    int third = on().counter(0, 0);
    assertTrue(first < second && second < third);
    on().kernel().close(second);
    on().kernel().close(first);
    assertEquals(first, on().counter(0, 0));
    assertEquals(second, on().counter(0, 0));
    on().kernel().close(second);
    assertEquals(second, on().kernel().epoll_create1(0));
  }

  @Test
  default void aClosedDescriptorIsBad() {
    int fd = on().counter(0, 0);
    assertEquals(0, on().kernel().close(fd));
    assertEquals("EBADF", said(on().kernel().close(fd)));
    assertEquals("EBADF", on().read(fd, 8));
    assertEquals("EBADF", said(on().write(fd, "12345678")));
    assertEquals("EBADF", said(on().kernel().fcntl(fd, Linux.F_GETFD, 0)));
    assertEquals("EBADF", said(on().kernel().listen(fd, 1)));
    assertEquals("EBADF", said(on().accept(fd)));
    assertEquals("EBADF", said(on().control(on().epoll(), ADD, fd + 90, IN)));
    assertEquals("EBADF", said(on().kernel().close(-1)));
  }

  @Test
  default void closeOnExecIsAFlagOfTheDescriptor() {
    int fd = on().kernel().eventfd(0, Linux.EFD_CLOEXEC);
    assertEquals(Linux.FD_CLOEXEC, on().kernel().fcntl(fd, Linux.F_GETFD, 0));
    assertEquals(0, on().kernel().fcntl(fd, Linux.F_SETFD, 0));
    assertEquals(0, on().kernel().fcntl(fd, Linux.F_GETFD, 0));
  }

  @Test
  default void nonBlockingIsAFlagThatCanBeChanged() {
    int fd = on().kernel().eventfd(0, 0);
    int flags = on().kernel().fcntl(fd, Linux.F_GETFL, 0);
    assertEquals(0, flags & Linux.O_NONBLOCK);
    assertEquals(0, on().kernel().fcntl(fd, Linux.F_SETFL, flags | Linux.O_NONBLOCK));
    assertEquals(flags | Linux.O_NONBLOCK, on().kernel().fcntl(fd, Linux.F_GETFL, 0));
    assertEquals("EAGAIN", on().read(fd, 8));
  }

  @Test
  default void onlyASocketDoesWhatSocketsDo() {
    int fd = on().counter(0, 0);
    assertEquals("ENOTSOCK", said(on().kernel().listen(fd, 1)));
    assertEquals("ENOTSOCK", said(on().accept(fd)));
    assertEquals("ENOTSOCK", said(on().kernel().shutdown(fd, Linux.SHUT_WR)));
    assertEquals("ENOTSOCK", said(on().set(fd, Linux.SOL_SOCKET, Linux.SO_REUSEADDR, 1)));
  }

  @Test
  default void anUnknownFlagIsInvalid() {
    assertEquals("EINVAL", said(on().kernel().eventfd(0, 1 << 30)));
    assertEquals("EINVAL", said(on().kernel().epoll_create1(1)));
    assertEquals("EINVAL", said(on().kernel().pipe2(Memory.allocate(8), 1 << 30)));
    Pair pipe = on().pipe();
    assertEquals("EINVAL", said(on().kernel().accept4(pipe.first(), null, null, 1)));
  }
}
