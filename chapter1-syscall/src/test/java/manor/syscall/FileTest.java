package manor.syscall;

import static manor.syscall.Linux.AT_FDCWD;
import static manor.syscall.Linux.O_CLOEXEC;
import static manor.syscall.Linux.O_NOFOLLOW;
import static manor.syscall.Linux.STATX_BASIC_STATS;
import static manor.syscall.Syscall.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** openat, statx and sendfile on real files. */
@RealKernel
class FileTest {
  private static final Instant MODIFIED = Instant.parse("2001-02-03T04:05:06.123456789Z");

  private final Kernel kernel;
  @TempDir private Path directory;
  private Path file;

  FileTest(Kernel kernel) {
    this.kernel = kernel;
  }

  @BeforeEach
  void writeTheFile() throws IOException {
    file = Files.writeString(directory.resolve("t\u00fcr"), "0123456789");
    Files.setLastModifiedTime(file, FileTime.from(MODIFIED));
  }

  private int open(Path path, int flags) {
    return kernel.openat(AT_FDCWD, Memory.ofCString(path.toString()), flags | O_CLOEXEC, 0);
  }

  @Test
  void openedFilesAreReadToTheirEnd() throws IOException {
    Memory bytes = Memory.allocate(16);
    try (Fd fd = Fd.of(kernel, "openat", open(file, Linux.O_RDONLY))) {
      assertEquals(10, fd.read(bytes, 0, 16));
      assertEquals("0123456789", bytes.cString(0));
      assertEquals(0, fd.read(bytes, 0, 16));
      assertEquals(Linux.FD_CLOEXEC, kernel.fcntl(fd.number(), Linux.F_GETFD, 0));
    }
  }

  @Test
  void aPathMayStartAtAnOpenDirectory() throws IOException {
    try (Fd room = Fd.of(kernel, "openat", open(directory, Linux.O_DIRECTORY))) {
      Memory name = Memory.ofCString(file.getFileName().toString());
      Fd.of(kernel, "openat", kernel.openat(room.number(), name, O_CLOEXEC, 0)).close();
    }
  }

  @Test
  void missingFilesLinksAndFilesThatAreNoDirectoryAreRefused() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);
    assertEquals(-Errno.ENOENT, open(directory.resolve("missing"), 0));
    assertEquals(-Errno.ELOOP, open(link, O_NOFOLLOW));
    assertEquals(-Errno.ENOTDIR, open(file, Linux.O_DIRECTORY));
  }

  @Test
  void statxTellsOfAPath() throws IOException {
    Memory result = Memory.allocate(Statx.SIZE);
    Memory path = Memory.ofCString(file.toString());
    check("statx", kernel.statx(AT_FDCWD, path, 0, STATX_BASIC_STATS, result));
    assertIsTheFile(Statx.of(result));
  }

  @Test
  void statxTellsOfAnOpenDescriptor() throws IOException {
    Memory result = Memory.allocate(Statx.SIZE);
    try (Fd fd = Fd.of(kernel, "openat", open(file, 0))) {
      Memory empty = Memory.ofCString("");
      int flags = Linux.AT_EMPTY_PATH;
      check("statx", kernel.statx(fd.number(), empty, flags, STATX_BASIC_STATS, result));
    }
    assertIsTheFile(Statx.of(result));
  }

  private void assertIsTheFile(Statx stat) throws IOException {
    assertTrue(stat.isRegularFile());
    assertFalse(stat.isDirectory());
    assertEquals(10, stat.size());
    assertEquals(Files.getAttribute(file, "unix:ino"), stat.inode());
    assertEquals(Files.getAttribute(file, "unix:mode"), stat.mode());
    FileTime modified = Files.getLastModifiedTime(file);
    assertEquals(modified.to(TimeUnit.NANOSECONDS), stat.modifiedNanos());
  }

  @Test
  void statxKnowsADirectory() throws IOException {
    Memory result = Memory.allocate(Statx.SIZE);
    Memory path = Memory.ofCString(directory.toString());
    check("statx", kernel.statx(AT_FDCWD, path, 0, STATX_BASIC_STATS, result));
    assertTrue(Statx.of(result).isDirectory());
    assertFalse(Statx.of(result).isRegularFile());
  }

  @Test
  void sendfileMovesThePositionItWasGivenAndEndsWithZero() throws IOException {
    Memory position = Memory.allocate(Long.BYTES);
    Memory pair = Memory.allocate(8);
    Memory bytes = Memory.allocate(16);
    check("pipe2", kernel.pipe2(pair, Linux.O_NONBLOCK | O_CLOEXEC));
    try (Fd source = Fd.of(kernel, "openat", open(file, 0));
        Fd out = new Fd(kernel, pair.getInt(0));
        Fd in = new Fd(kernel, pair.getInt(4))) {
      position.putLong(0, 3);
      assertEquals(4, in.sendfile(source, position, 4));
      assertEquals(7, position.getLong(0));
      assertEquals(3, in.sendfile(source, position, 100));
      assertEquals(0, in.sendfile(source, position, 100));
      assertEquals(7, out.read(bytes, 0, 16));
      assertEquals("3456789", bytes.cString(0));
    }
  }
}
