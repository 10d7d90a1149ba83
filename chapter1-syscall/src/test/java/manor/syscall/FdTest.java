package manor.syscall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class FdTest {
  private final Kernel kernel = mock(Kernel.class);
  private final Memory memory = Memory.allocate(8);
  private final Fd fd = new Fd(kernel, 7);

  private static void fails(int errno, String call, Executable action) {
    ErrnoException thrown = assertThrows(ErrnoException.class, action);
    assertEquals(errno, thrown.errno());
    assertEquals(call, thrown.call());
  }

  @Test
  void closesOnceHoweverOftenItIsAsked() {
    fd.close();
    fd.close();
    verify(kernel, times(1)).close(7);
    assertTrue(fd.isClosed());
    assertEquals(-1, fd.number());
    assertEquals("fd 7 (closed)", fd.toString());
  }

  @Test
  void closeIsNotRepeatedAfterEintr() {
    when(kernel.close(7)).thenReturn(-Errno.EINTR);
    fd.close();
    verify(kernel, times(1)).close(7);
    assertTrue(fd.isClosed());
  }

  @Test
  void readIsRepeatedAfterEintr() throws ErrnoException {
    when(kernel.read(7, memory, 1, 4)).thenReturn(-Errno.EINTR, -Errno.EINTR, 3);
    assertEquals(3, fd.read(memory, 1, 4));
    verify(kernel, times(3)).read(7, memory, 1, 4);
  }

  @Test
  void writeIsRepeatedAfterEintr() throws ErrnoException {
    when(kernel.write(7, memory, 1, 4)).thenReturn(-Errno.EINTR, 2);
    assertEquals(2, fd.write(memory, 1, 4));
    verify(kernel, times(2)).write(7, memory, 1, 4);
  }

  @Test
  void sendfileIsRepeatedAfterEintr() throws ErrnoException {
    when(kernel.sendfile(7, 9, memory, 4)).thenReturn(-Errno.EINTR, 2);
    assertEquals(2, fd.sendfile(new Fd(kernel, 9), memory, 4));
    verify(kernel, times(2)).sendfile(7, 9, memory, 4);
  }

  @Test
  void wouldBlockIsAValue() throws ErrnoException {
    when(kernel.read(7, memory, 0, 8)).thenReturn(-Errno.EAGAIN);
    when(kernel.write(7, memory, 0, 8)).thenReturn(-Errno.EAGAIN);
    when(kernel.sendfile(7, 7, memory, 8)).thenReturn(-Errno.EAGAIN);
    assertEquals(Fd.WOULD_BLOCK, fd.read(memory, 0, 8));
    assertEquals(Fd.WOULD_BLOCK, fd.write(memory, 0, 8));
    assertEquals(Fd.WOULD_BLOCK, fd.sendfile(fd, memory, 8));
    assertTrue(Fd.WOULD_BLOCK < 0);
  }

  @Test
  void endOfFileIsZero() throws ErrnoException {
    when(kernel.read(7, memory, 0, 8)).thenReturn(0);
    assertEquals(0, fd.read(memory, 0, 8));
  }

  @Test
  void anyOtherErrorIsThrownUnderTheCallsName() {
    when(kernel.read(7, memory, 0, 8)).thenReturn(-Errno.ECONNRESET);
    when(kernel.write(7, memory, 0, 8)).thenReturn(-Errno.EPIPE);
    when(kernel.sendfile(7, 7, memory, 8)).thenReturn(-Errno.EIO);
    fails(Errno.ECONNRESET, "read", () -> fd.read(memory, 0, 8));
    fails(Errno.EPIPE, "write", () -> fd.write(memory, 0, 8));
    fails(Errno.EIO, "sendfile", () -> fd.sendfile(fd, memory, 8));
  }

  @Test
  void aFailedCallIsNoDescriptor() {
    fails(Errno.EMFILE, "socket", () -> Fd.of(kernel, "socket", -Errno.EMFILE));
    verifyNoInteractions(kernel);
  }

  @Test
  @RealKernel
  void staleUseGetsEbadfAndNeverReachesAnothersDescriptor(Kernel real) throws ErrnoException {
    Fd stale = Fd.of(real, "eventfd", real.eventfd(0, Linux.EFD_CLOEXEC));
    int number = stale.number();
    stale.close();
    try (Fd stranger = Fd.of(real, "eventfd", real.eventfd(5, Linux.EFD_CLOEXEC))) {
      assertEquals(number, stranger.number(), "the kernel gives the freed number out again");

      fails(Errno.EBADF, "read", () -> stale.read(memory, 0, 8));
      fails(Errno.EBADF, "write", () -> stale.write(memory, 0, 8));
      fails(Errno.EBADF, "sendfile", () -> stranger.sendfile(stale, null, 8));
      stale.close();

      assertFalse(stranger.isClosed());
      assertNotEquals(-Errno.EBADF, real.fcntl(number, Linux.F_GETFD, 0));
      assertEquals(8, stranger.read(memory, 0, 8));
      assertEquals(5, memory.getLong(0), "nobody touched the stranger's counter");
    }
  }
}
