package manor.syscall;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One errno table a system call: the errors its man page documents, told as the kernel does. */
@DisplayName("LinuxKernel and errno")
class ErrnoTablesTest {
  private static final List<String> TABLES =
      """
      read          EAGAIN EBADF EFAULT EINTR EINVAL EIO EISDIR ECONNRESET ETIMEDOUT
      write         EAGAIN EBADF EDESTADDRREQ EDQUOT EFAULT EFBIG EINTR EINVAL EIO ENOSPC EPERM EPIPE
      close         EBADF EINTR EIO ENOSPC EDQUOT
      sendto        EAGAIN EACCES EBADF ECONNREFUSED ECONNRESET EDESTADDRREQ EINTR EINVAL EISCONN EMSGSIZE
      recvfrom      EAGAIN EBADF ECONNREFUSED EFAULT EINTR EINVAL ENOMEM ENOTCONN ENOTSOCK
      sendfile      EAGAIN EBADF EFAULT EINVAL EIO ENOMEM EOVERFLOW ESPIPE
      openat        EACCES EBADF EEXIST EINTR EINVAL EISDIR ELOOP EMFILE ENFILE ENOENT ENOTDIR ENXIO
      statx         EACCES EBADF EFAULT EINVAL ELOOP ENAMETOOLONG ENOENT ENOMEM ENOTDIR
      socket        EACCES EAFNOSUPPORT EINVAL EMFILE ENFILE ENOBUFS ENOMEM EPROTONOSUPPORT
      socketpair    EAFNOSUPPORT EFAULT EMFILE ENFILE EOPNOTSUPP EPROTONOSUPPORT
      bind          EACCES EADDRINUSE EADDRNOTAVAIL EBADF EFAULT EINVAL ENOTSOCK
      listen        EADDRINUSE EBADF ENOTSOCK EOPNOTSUPP
      accept4       EAGAIN EBADF ECONNABORTED EINTR EINVAL EMFILE ENFILE ENOBUFS ENOMEM EPERM EPROTO
      connect       EADDRNOTAVAIL EAGAIN EALREADY ECONNREFUSED EINPROGRESS EISCONN ENETUNREACH EINTR
      shutdown      EBADF EINVAL ENOTCONN ENOTSOCK
      fcntl         EACCES EAGAIN EBADF EINVAL EMFILE EPERM
      getsockname   EBADF EFAULT EINVAL ENOBUFS ENOTSOCK
      getpeername   EBADF EFAULT EINVAL ENOBUFS ENOTCONN ENOTSOCK
      setsockopt    EBADF EFAULT EINVAL ENOPROTOOPT ENOTSOCK
      getsockopt    EBADF EFAULT EINVAL ENOPROTOOPT ENOTSOCK
      epoll_create1 EINVAL EMFILE ENFILE ENOMEM
      epoll_ctl     EBADF EEXIST EINVAL ELOOP ENOENT ENOMEM ENOSPC EPERM
      epoll_wait    EBADF EFAULT EINTR EINVAL
      eventfd       EINVAL EMFILE ENFILE ENODEV ENOMEM
      pipe2         EFAULT EINVAL EMFILE ENFILE
      """
          .lines()
          .toList();

  private final IntSupplier errno = mock(IntSupplier.class);

  /** A C library whose every function answers {@code result}. */
  private static Libc libcAnswering(int result) {
    return mock(
        Libc.class,
        call -> call.getMethod().getReturnType() == long.class ? (Object) (long) result : result);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("TABLES")
  void minusOneBecomesMinusErrno(String table) {
    String[] words = table.split(" +");
    assertAll(Arrays.stream(words).skip(1).map(name -> () -> tells(words[0], name)));
  }

  private static void tells(String call, String name) {
    Errno error =
        IntStream.range(1, 134)
            .mapToObj(Errno::of)
            .filter(e -> e.name().equals(name))
            .findAny()
            .get();
    IntSupplier errno = mock(IntSupplier.class);
    when(errno.getAsInt()).thenReturn(error.number(), Errno.EFAULT);
    Libc libc = libcAnswering(-1);

    int answer = KernelCalls.make(new LinuxKernel(libc, errno), KernelCalls.named(call));

    assertEquals(-error.number(), answer, call + " " + name);
    assertEquals(
        1, mockingDetails(libc).getInvocations().size(), "a failed call is never repeated");
  }

  static Stream<String> names() {
    return KernelCalls.all().stream().map(Method::getName);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void aResultPassesThroughAndAStaleErrnoIsNotRead(String call) {
    when(errno.getAsInt()).thenReturn(Errno.EBADF);
    for (int result : new int[] {0, 1, 7, Integer.MAX_VALUE}) {
      LinuxKernel kernel = new LinuxKernel(libcAnswering(result), errno);
      assertEquals(result, KernelCalls.make(kernel, KernelCalls.named(call)));
    }
    verifyNoInteractions(errno);
  }

  @Test
  void errnoIsReadOnceAndOnlyAfterTheCall() {
    Libc libc = mock(Libc.class);
    when(libc.close(7)).thenReturn(-1);
    when(errno.getAsInt()).thenReturn(Errno.EIO);

    assertEquals(-Errno.EIO, new LinuxKernel(libc, errno).close(7));

    var order = inOrder(libc, errno);
    order.verify(libc).close(7);
    order.verify(errno).getAsInt();
    verifyNoMoreInteractions(libc, errno);
  }

  @Test
  void noCallIsWithoutATable() {
    assertEquals(names().toList(), TABLES.stream().map(t -> t.split(" ")[0]).sorted().toList());
  }
}
