package manor.epoll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RealKernel
class PlainFileTest {
  @Test
  void aPlainFileIsAlwaysReadyAndSoIsRefused(Kernel kernel, @TempDir Path directory)
      throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    Memory path = Memory.ofCString(file.toString());
    int answer = kernel.openat(Linux.AT_FDCWD, path, Linux.O_CLOEXEC, 0);
    try (Fd plain = Fd.of(kernel, "openat", answer);
        Epoll epoll = Epoll.create(kernel, Clock.system())) {
      ErrnoException refused =
          assertThrows(
              ErrnoException.class,
              () -> epoll.addInterest(plain, new Token(1), Interest.READABLE));
      assertEquals(Errno.EPERM, refused.errno());
      assertEquals("epoll_ctl", refused.call());
    }
  }
}
