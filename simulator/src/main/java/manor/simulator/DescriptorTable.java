package manor.simulator;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import manor.syscall.Errno;
import manor.syscall.Memory;

/**
 * A process's numbers for the files it has open. A new file gets the lowest number that is free:
 * open(2) promises it, and programs rely on it.
 *
 * <p>Invariant: every number in use is below the limit at the time it was given out.
 */
class DescriptorTable {
  private final List<OpenFile> files = new ArrayList<>();
  private final BitSet used = new BitSet();
  private final BitSet closeOnExec = new BitSet();
  private int limit;

  DescriptorTable(int limit) {
    this.limit = limit;
  }

  /** Numbers at or above {@code limit} are not given out any more: RLIMIT_NOFILE, getrlimit(2). */
  void limit(int limit) {
    this.limit = limit;
  }

  /** A number for {@code file}, or {@code -EMFILE}. */
  int add(OpenFile file, boolean closedOnExec) {
    int fd = lowestFree();
    if (fd >= limit) {
      return -Errno.EMFILE;
    }
    put(fd, file);
    closeOnExec.set(fd, closedOnExec);
    return fd;
  }

  /** Numbers for two files, for which there is room, written into {@code pair} as two ints. */
  void addPair(OpenFile one, OpenFile other, boolean closedOnExec, Memory pair) {
    pair.putInt(0, add(one, closedOnExec));
    pair.putInt(Integer.BYTES, add(other, closedOnExec));
  }

  /** Whether {@code count} more files would fit. */
  boolean hasRoomFor(int count) {
    int fd = -1;
    for (int i = 0; i < count; i++) {
      fd = used.nextClearBit(fd + 1);
    }
    return fd < limit;
  }

  /** The number the next file will get, limit or no limit. */
  int lowestFree() {
    return used.nextClearBit(0);
  }

  /** Takes a number out of use for something that the simulation knows nothing about. */
  void occupy(int fd) {
    put(fd, null);
  }

  private void put(int fd, OpenFile file) {
    while (files.size() <= fd) {
      files.add(null);
    }
    files.set(fd, file);
    used.set(fd);
  }

  /** The file behind a number, or null: EBADF. */
  OpenFile get(int fd) {
    return fd >= 0 && fd < files.size() ? files.get(fd) : null;
  }

  /** Frees a number and says what it stood for, or null: EBADF. */
  OpenFile remove(int fd) {
    OpenFile file = get(fd);
    if (file != null) {
      files.set(fd, null);
      used.clear(fd);
    }
    return file;
  }

  boolean isClosedOnExec(int fd) {
    return closeOnExec.get(fd);
  }

  void setClosedOnExec(int fd, boolean closed) {
    closeOnExec.set(fd, closed);
  }

  /** How many files are open. */
  int count() {
    return used.cardinality();
  }
}
