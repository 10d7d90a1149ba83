package manor.simulator;

import manor.syscall.Errno;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.Statx;

/** The calls that open files and ask about them: openat(2), statx(2). */
final class FileCalls {
  private static final int ALLOWED =
      Linux.O_NONBLOCK | Linux.O_DIRECTORY | Linux.O_NOFOLLOW | Linux.O_CLOEXEC;

  /** What every 64-bit program is given without asking. */
  private static final int O_LARGEFILE = Linux.O_DIRECTORY == 0x4000 ? 0x20000 : 0x8000;

  private static final int AT_SYMLINK_NOFOLLOW = 0x100;
  private static final int DIRECTORY_MODE = 0x4000 | 0755;
  private static final int PLAIN_MODE = 0x8000 | 0644;
  private static final int LINK_MODE = 0xa000 | 0777;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final FileTree tree;
  private final DescriptorTable table;

  FileCalls(FileTree tree, DescriptorTable table) {
    this.tree = tree;
    this.table = table;
  }

  int open(int directoryFd, String path, int flags) {
    if ((flags & ~ALLOWED) != 0) {
      return -Errno.EROFS;
    }
    if (!table.hasRoomFor(1)) {
      return -Errno.EMFILE;
    }
    FileTree.Found found = find(directoryFd, path, (flags & Linux.O_NOFOLLOW) == 0);
    if (found.node() == null) {
      return -found.errno();
    }
    boolean directoryOnly = (flags & Linux.O_DIRECTORY) != 0;
    if (directoryOnly && !(found.node() instanceof FileNode.Directory)) {
      return -Errno.ENOTDIR;
    }
    if (found.node() instanceof FileNode.Link) {
      return -Errno.ELOOP;
    }
    SimulatedFile file = new SimulatedFile(found.node(), flags & ~Linux.O_CLOEXEC | O_LARGEFILE);
    return table.add(file, (flags & Linux.O_CLOEXEC) != 0);
  }

  private FileTree.Found find(int directoryFd, String path, boolean followLast) {
    if (directoryFd == Linux.AT_FDCWD || path.startsWith("/")) {
      return tree.find(tree.root(), path, followLast);
    }
    OpenFile start = table.get(directoryFd);
    if (start == null) {
      return FileTree.Found.not(path.isEmpty() ? Errno.ENOENT : Errno.EBADF);
    }
    if (!(start instanceof SimulatedFile file)) {
      return FileTree.Found.not(path.isEmpty() ? Errno.ENOENT : Errno.ENOTDIR);
    }
    return tree.find(file.node(), path, followLast);
  }

  int stat(int directoryFd, String path, int flags, Memory result) {
    if (path.isEmpty() && (flags & Linux.AT_EMPTY_PATH) != 0) {
      OpenFile file = table.get(directoryFd);
      return file == null ? -Errno.EBADF : fill(file, result);
    }
    FileTree.Found found = find(directoryFd, path, (flags & AT_SYMLINK_NOFOLLOW) == 0);
    return found.node() == null ? -found.errno() : fill(found.node(), result);
  }

  private static int fill(OpenFile file, Memory result) {
    if (file instanceof SimulatedFile named) {
      return fill(named.node(), result);
    }
    return fill(new Statx(file instanceof SimulatedSocket ? 0xc000 | 0777 : 0600, 1, 0, 0), result);
  }

  private static int fill(FileNode node, Memory result) {
    long inode = node.inode();
    if (node instanceof FileNode.Plain plain) {
      int size = plain.content().length;
      return fill(new Statx(PLAIN_MODE, inode, size, plain.modifiedNanos()), result);
    }
    boolean isLink = node instanceof FileNode.Link;
    return fill(new Statx(isLink ? LINK_MODE : DIRECTORY_MODE, inode, 0, 0), result);
  }

  /** The struct of statx(2): the fields that {@link Statx} reads, and zeroes. */
  private static int fill(Statx facts, Memory result) {
    for (int i = 0; i < Statx.SIZE; i++) {
      result.bytes().put(i, (byte) 0);
    }
    result.putInt(0, Linux.STATX_BASIC_STATS);
    result.putInt(4, 4096);
    result.putInt(16, 1);
    result.bytes().putShort(28, (short) facts.mode());
    result.putLong(32, facts.inode());
    result.putLong(40, facts.size());
    result.putLong(112, facts.modifiedNanos() / NANOS_PER_SECOND);
    result.putInt(120, (int) (facts.modifiedNanos() % NANOS_PER_SECOND));
    return 0;
  }
}
