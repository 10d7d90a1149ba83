package manor.simulator;

import java.util.ArrayList;
import java.util.List;
import manor.syscall.Errno;
import manor.syscall.Linux;
import manor.syscall.Memory;

/**
 * What a descriptor stands for: an open file description, open(2). It answers reads and writes,
 * says what it is ready for, and wakes those who watch it.
 *
 * <p>Invariant: calls never wait. Where a blocking descriptor would, they answer {@code -EAGAIN},
 * and {@link SimulatedKernel} lets the world go on and asks again.
 */
abstract class OpenFile implements Wakeable {
  /** The flags that F_SETFL may change, fcntl(2), as far as the book uses them. */
  private static final int CHANGEABLE = Linux.O_NONBLOCK;

  static final int O_WRONLY = 1;
  static final int O_RDWR = 2;

  private final List<Watch> watches = new ArrayList<>(2);
  private int statusFlags;

  OpenFile(int statusFlags) {
    this.statusFlags = statusFlags;
  }

  /** The EPOLL bits that are so at this moment, asked for or not. */
  abstract int poll();

  /** Bytes read, 0 at the end, or {@code -errno}. */
  int read(Memory memory, int offset, int length) {
    return -Errno.EINVAL;
  }

  /** Bytes written, or {@code -errno}. */
  int write(Memory memory, int offset, int length) {
    return -Errno.EINVAL;
  }

  /** The last descriptor of it was closed. */
  void released() {}

  /** Whether it can be waited for; plain files and directories cannot. */
  boolean isPollable() {
    return true;
  }

  /** Whether it was opened for reading at all. */
  final boolean isReadable() {
    return (statusFlags & O_WRONLY) == 0;
  }

  /** Whether it was opened for writing at all. */
  final boolean isWritable() {
    return (statusFlags & (O_WRONLY | O_RDWR)) != 0;
  }

  final int statusFlags() {
    return statusFlags;
  }

  final void setStatusFlags(int flags) {
    statusFlags = statusFlags & ~CHANGEABLE | flags & CHANGEABLE;
  }

  final boolean isBlocking() {
    return (statusFlags & Linux.O_NONBLOCK) == 0;
  }

  /** The youngest watch is told first, but for the exclusive ones: they queue up at the end. */
  final void watch(Watch watch) {
    watches.add(watch.isExclusive() ? watches.size() : 0, watch);
  }

  final void unwatch(Watch watch) {
    watches.remove(watch);
  }

  /** Nobody waits for it any more. */
  final void unwatchAll() {
    for (Watch watch : List.copyOf(watches)) {
      watch.end();
    }
  }

  @Override
  public final void wake(int key) {
    for (int i = 0; i < watches.size(); i++) {
      watches.get(i).wake(key);
    }
  }
}
