package manor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import manor.simulator.Calls.Pair;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.Statx;
import org.junit.jupiter.api.Test;

/** openat(2), statx(2), sendfile(2), path_resolution(7). */
interface FileContract extends KernelContract {
  /**
   * A directory with {@code plain}, {@code sub/inner}, {@code link} to {@code plain}, and {@code
   * loop} to itself.
   */
  String directory() throws IOException;

  private int open(int directory, String path, int flags) {
    return on().kernel().openat(directory, Memory.ofCString(path), flags, 0);
  }

  private int top() throws IOException {
    return open(Linux.AT_FDCWD, directory(), Linux.O_DIRECTORY);
  }

  @Test
  default void aFileIsReadFromWhereTheLastReadEnded() throws IOException {
    int fd = open(top(), "plain", 0);
    assertEquals("hello", on().read(fd, 5));
    assertEquals(", file", on().read(fd, 99));
    assertEquals("", on().read(fd, 99));
    assertEquals("EBADF", said(on().write(fd, "no")));
  }

  @Test
  default void aPathIsFollowedNameByName() throws IOException {
    int top = top();
    assertEquals("within", on().read(open(top, "sub/../sub/./inner", 0), 99));
    assertEquals("hello, file", on().read(open(top, "link", 0), 99));
    assertEquals("ENOENT", said(open(top, "nothing", 0)));
    assertEquals("ENOENT", said(open(top, "", 0)));
    assertEquals("ENOTDIR", said(open(top, "plain/inner", 0)));
    assertEquals("ENOTDIR", said(open(top, "plain/", 0)));
    assertEquals("ENOTDIR", said(open(top, "plain", Linux.O_DIRECTORY)));
    assertEquals("ELOOP", said(open(top, "loop", 0)));
    assertEquals("ELOOP", said(open(top, "link", Linux.O_NOFOLLOW)));
    assertEquals("EBADF", said(open(999, "plain", 0)));
    assertEquals("ENOTDIR", said(open(on().counter(0, 0), "plain", 0)));
    assertEquals("ENAMETOOLONG", said(open(top, "x".repeat(256), 0)));
  }

  @Test
  default void statxTellsKindAndSize() throws IOException {
    int top = top();
    Memory result = Memory.allocate(Statx.SIZE);
    int mask = Linux.STATX_BASIC_STATS;
    Memory empty = Memory.ofCString("");
    assertEquals(0, on().kernel().statx(top, empty, Linux.AT_EMPTY_PATH, mask, result));
    assertTrue(Statx.of(result).isDirectory());
    assertEquals(0, on().kernel().statx(top, Memory.ofCString("plain"), 0, mask, result));
    assertTrue(Statx.of(result).isRegularFile());
    assertEquals(11, Statx.of(result).size());
    assertEquals("ENOENT", said(on().kernel().statx(top, empty, 0, mask, result)));
  }

  @Test
  default void aFileIsSentWithoutBeingRead() throws IOException {
    int file = open(top(), "plain", 0);
    Pair pair = on().socketpair();
    Memory position = Memory.allocate(8);
    position.putLong(0, 7);
    assertEquals(4, on().kernel().sendfile(pair.first(), file, position, 99));
    assertEquals(11, position.getLong(0));
    assertEquals(0, on().kernel().sendfile(pair.first(), file, position, 99));
    assertEquals(5, on().kernel().sendfile(pair.first(), file, null, 5));
    assertEquals("filehello", on().read(pair.second(), 99));
    assertEquals(", file", on().read(file, 99));
    on().kernel().close(pair.second());
    position.putLong(0, 0);
    assertEquals("EPIPE", said(on().kernel().sendfile(pair.first(), file, position, 9)));
    assertEquals("EINVAL", said(on().kernel().sendfile(pair.first(), pair.first(), null, 9)));
  }

  @Test
  default void aFileIsAlwaysReadySoItCannotBeWaitedFor() throws IOException {
    int top = top();
    assertEquals("EPERM", said(on().control(on().epoll(), ADD, open(top, "plain", 0), IN)));
    assertEquals("EISDIR", on().read(top, 1));
  }
}
