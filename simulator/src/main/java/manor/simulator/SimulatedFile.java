package manor.simulator;

import java.nio.ByteBuffer;
import manor.syscall.Errno;
import manor.syscall.Linux;
import manor.syscall.Memory;

/** An open plain file or directory, to be read only: open(2). */
final class SimulatedFile extends OpenFile {
  private final FileNode node;
  private long position;

  SimulatedFile(FileNode node, int statusFlags) {
    super(statusFlags);
    this.node = node;
  }

  FileNode node() {
    return node;
  }

  @Override
  int read(Memory memory, int offset, int length) {
    if (!(node instanceof FileNode.Plain plain)) {
      return -Errno.EISDIR;
    }
    int count = available(plain, position, length);
    memory.bytes().put(offset, plain.content(), (int) position, count);
    position += count;
    return count;
  }

  @Override
  int write(Memory memory, int offset, int length) {
    return -Errno.EBADF;
  }

  /** Sends from {@code from}, or from where the last read ended: sendfile(2). */
  int sendTo(SimulatedSocket socket, Memory from, int count) {
    if (count == 0) {
      return 0;
    }
    if (!(node instanceof FileNode.Plain plain)) {
      return -Errno.EINVAL;
    }
    long start = from == null ? position : from.getLong(0);
    if (start < 0) {
      return -Errno.EINVAL;
    }
    int length = available(plain, start, count);
    int sent = length == 0 ? 0 : socket.send(ByteBuffer.wrap(plain.content()), (int) start, length);
    if (sent > 0 && from == null) {
      position += sent;
    } else if (sent > 0) {
      from.putLong(0, start + sent);
    }
    return sent;
  }

  private static int available(FileNode.Plain plain, long start, int length) {
    return (int) Math.max(0, Math.min(length, plain.content().length - start));
  }

  @Override
  boolean isPollable() {
    return false;
  }

  @Override
  int poll() {
    return Linux.EPOLLIN | Linux.EPOLLOUT;
  }
}
