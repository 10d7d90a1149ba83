package manor.server;

import static manor.syscall.Linux.AT_EMPTY_PATH;
import static manor.syscall.Linux.AT_FDCWD;
import static manor.syscall.Linux.O_CLOEXEC;
import static manor.syscall.Linux.O_DIRECTORY;
import static manor.syscall.Linux.O_NOFOLLOW;
import static manor.syscall.Linux.O_NONBLOCK;
import static manor.syscall.Linux.O_RDONLY;
import static manor.syscall.Linux.STATX_BASIC_STATS;
import static manor.syscall.Syscall.check;

import java.nio.file.Path;
import java.util.List;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.syscall.Statx;

/**
 * Opens a file below a folder, one name at a time and following no link, so that nothing that is
 * moved or linked meanwhile leads out of it: openat(2), O_NOFOLLOW.
 */
final class FileOpener {
  private static final Memory EMPTY_PATH = Memory.ofCString("");

  private final Kernel kernel;
  private final String root;

  FileOpener(Kernel kernel, Path root) {
    this.kernel = kernel;
    this.root = root.toAbsolutePath().toString();
  }

  /**
   * Opens it for reading.
   *
   * @param names of folders and, last, of the file
   * @throws ErrnoException ENOENT, ENOTDIR, ELOOP (a link), EACCES, ENAMETOOLONG, EMFILE, ...
   */
  Fd open(List<String> names) throws ErrnoException {
    Fd at = open(AT_FDCWD, root, O_DIRECTORY);
    for (int i = 0; i < names.size(); i++) {
      boolean last = i == names.size() - 1;
      try (Fd folder = at) {
        at = open(folder.number(), names.get(i), O_NOFOLLOW | (last ? 0 : O_DIRECTORY));
      }
    }
    return at;
  }

  private Fd open(int folder, String name, int flags) throws ErrnoException {
    int all = O_RDONLY | O_NONBLOCK | O_CLOEXEC | flags;
    return Fd.of(kernel, "openat", kernel.openat(folder, Memory.ofCString(name), all, 0));
  }

  /** What kind of file it is, how long and how old: statx(2). */
  Statx status(Fd file) throws ErrnoException {
    Memory result = Memory.allocate(Statx.SIZE);
    int answer = kernel.statx(file.number(), EMPTY_PATH, AT_EMPTY_PATH, STATX_BASIC_STATS, result);
    check("statx", answer);
    return Statx.of(result);
  }
}
