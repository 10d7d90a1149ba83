package manor.simulator;

import manor.syscall.Errno;
import manor.syscall.Linux;
import manor.syscall.Memory;

/**
 * A 64-bit unsigned counter that is readable above zero: eventfd(2).
 *
 * <p>Invariant: the value never reaches 2^64 - 1, which is no number but an overflow.
 */
final class Counter extends OpenFile {
  private static final long OVERFLOW = -1L;

  private final boolean semaphore;
  private long value;

  Counter(long initial, int flags) {
    super(O_RDWR | flags & Linux.EFD_NONBLOCK);
    this.value = initial;
    this.semaphore = (flags & Linux.EFD_SEMAPHORE) != 0;
  }

  /** Takes everything, or one from a semaphore. */
  @Override
  int read(Memory memory, int offset, int length) {
    if (length < Long.BYTES) {
      return -Errno.EINVAL;
    }
    if (value == 0) {
      return -Errno.EAGAIN;
    }
    long taken = semaphore ? 1 : value;
    value -= taken;
    memory.putLong(offset, taken);
    wake(WakeKey.WRITABLE);
    return Long.BYTES;
  }

  /** Adds, all or nothing. */
  @Override
  int write(Memory memory, int offset, int length) {
    if (length != Long.BYTES || memory.getLong(offset) == OVERFLOW) {
      return -Errno.EINVAL;
    }
    long added = memory.getLong(offset);
    if (Long.compareUnsigned(added, OVERFLOW - value) >= 0) {
      return -Errno.EAGAIN;
    }
    value += added;
    wake(Linux.EPOLLIN);
    return Long.BYTES;
  }

  @Override
  int poll() {
    int readable = value != 0 ? Linux.EPOLLIN : 0;
    int writable = Long.compareUnsigned(value, OVERFLOW - 1) < 0 ? Linux.EPOLLOUT : 0;
    return readable | writable;
  }
}
