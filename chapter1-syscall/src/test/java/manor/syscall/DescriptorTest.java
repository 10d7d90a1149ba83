package manor.syscall;

import static manor.syscall.Linux.EFD_CLOEXEC;
import static manor.syscall.Linux.EFD_NONBLOCK;
import static manor.syscall.Linux.O_CLOEXEC;
import static manor.syscall.Linux.O_NONBLOCK;
import static manor.syscall.Linux.SOCK_CLOEXEC;
import static manor.syscall.Linux.SOCK_NONBLOCK;
import static manor.syscall.Linux.SOCK_STREAM;
import static manor.syscall.Syscall.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Pipes, socket pairs and counters, as the real kernel has them. */
@RealKernel
class DescriptorTest {
  private final Kernel kernel;
  private final Memory pair = Memory.allocate(8);
  private final Memory bytes = Memory.allocate(16);

  DescriptorTest(Kernel kernel) {
    this.kernel = kernel;
  }

  private Fd end(int index) {
    return new Fd(kernel, pair.getInt(index * Integer.BYTES));
  }

  @Test
  void aPipeLeadsFromItsSecondEndToItsFirst() throws ErrnoException {
    check("pipe2", kernel.pipe2(pair, O_NONBLOCK));
    try (Fd out = end(0);
        Fd in = end(1)) {
      assertEquals(Fd.WOULD_BLOCK, out.read(bytes, 0, 16));
      bytes.putLong(0, 42);
      assertEquals(8, in.write(bytes, 0, 8));
      assertEquals(8, out.read(bytes, 8, 8));
      assertEquals(42, bytes.getLong(8));
    }
  }

  @Test
  void aPipeNobodyWritesToEnds() throws ErrnoException {
    check("pipe2", kernel.pipe2(pair, O_NONBLOCK));
    end(1).close();
    try (Fd out = end(0)) {
      assertEquals(0, out.read(bytes, 0, 16), "end of file");
    }
  }

  @Test
  void writingToAPipeNobodyReadsIsEpipeAndNoSignalKillsUs() throws ErrnoException {
    check("pipe2", kernel.pipe2(pair, O_NONBLOCK));
    end(0).close();
    try (Fd in = end(1)) {
      ErrnoException thrown = assertThrows(ErrnoException.class, () -> in.write(bytes, 0, 1));
      assertEquals("write: EPIPE (Broken pipe)", thrown.getMessage());
    }
  }

  @Test
  void aFullPipeWouldBlock() throws ErrnoException {
    check("pipe2", kernel.pipe2(pair, O_NONBLOCK));
    Memory much = Memory.allocate(1 << 16);
    try (Fd out = end(0);
        Fd in = end(1)) {
      int written = in.write(much, 0, much.size());
      while (written != Fd.WOULD_BLOCK) {
        written = in.write(much, 0, much.size());
      }
      assertEquals(much.size(), out.read(much, 0, much.size()));
    }
  }

  @Test
  void aSocketPairLeadsBothWays() throws ErrnoException {
    check("socketpair", kernel.socketpair(Linux.AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair));
    try (Fd left = end(0);
        Fd right = end(1)) {
      assertEquals(3, left.write(bytes, 0, 3));
      assertEquals(3, right.read(bytes, 0, 16));
      assertEquals(2, right.write(bytes, 0, 2));
      assertEquals(2, left.read(bytes, 0, 16));
    }
  }

  @Test
  void aCounterAddsUpAndIsReadInOneGo() throws ErrnoException {
    try (Fd counter = Fd.of(kernel, "eventfd", kernel.eventfd(2, EFD_NONBLOCK))) {
      bytes.putLong(0, 3);
      counter.write(bytes, 0, 8);
      assertEquals(8, counter.read(bytes, 8, 8));
      assertEquals(5, bytes.getLong(8));
      assertEquals(Fd.WOULD_BLOCK, counter.read(bytes, 8, 8));
    }
  }

  @Test
  void everyKindMayBeCloseOnExecFromBirth() throws ErrnoException {
    assertEquals(Linux.FD_CLOEXEC, flagsOf(kernel.eventfd(0, EFD_CLOEXEC)));
    assertEquals(Linux.FD_CLOEXEC, flagsOf(kernel.epoll_create1(Linux.EPOLL_CLOEXEC)));
    check("pipe2", kernel.pipe2(pair, O_CLOEXEC));
    assertEquals(Linux.FD_CLOEXEC, flagsOf(pair.getInt(0)));
    assertEquals(Linux.FD_CLOEXEC, flagsOf(pair.getInt(4)));
    check("socketpair", kernel.socketpair(Linux.AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair));
    assertEquals(Linux.FD_CLOEXEC, flagsOf(pair.getInt(0)));
    assertEquals(Linux.FD_CLOEXEC, flagsOf(pair.getInt(4)));
  }

  @Test
  void withoutTheFlagADescriptorSurvivesExecUntilFcntlSaysSo() throws ErrnoException {
    try (Fd fd = Fd.of(kernel, "eventfd", kernel.eventfd(0, 0))) {
      assertEquals(0, kernel.fcntl(fd.number(), Linux.F_GETFD, 0));
      check("fcntl", kernel.fcntl(fd.number(), Linux.F_SETFD, Linux.FD_CLOEXEC));
      assertEquals(Linux.FD_CLOEXEC, kernel.fcntl(fd.number(), Linux.F_GETFD, 0));
    }
  }

  private int flagsOf(int number) throws ErrnoException {
    try (Fd fd = Fd.of(kernel, "the call before", number)) {
      return kernel.fcntl(fd.number(), Linux.F_GETFD, 0);
    }
  }
}
