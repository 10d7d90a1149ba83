package manor.simulator;

import static manor.syscall.Errno.EAGAIN;
import static manor.syscall.Errno.EINTR;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import manor.syscall.Errno;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/**
 * A kernel that does what another does, except where it was told to fail: calls that answer with an
 * error, reads and writes that are cut short, wake-ups without a reason, signals at any time.
 *
 * <p>What it does is always something that Linux might do. So a failed close has closed all the
 * same, an interrupted connect goes on in the background, a connection that accept4 could not hand
 * out because of an error of its own is gone, and whoever is told EAGAIN although the descriptor is
 * ready, or gets less than there is, hears of it again from the next wait, even if the descriptor
 * is watched for edges: a kernel that said so would tell the edge later, and one that forgot it
 * would be wrong, not unlucky.
 *
 * <p>Threads: one.
 */
public final class FaultyKernel extends GatedKernel {
  /** What may wait, and so may be interrupted by a signal: signal(7). */
  private static final Set<SystemCall> INTERRUPTIBLE =
      EnumSet.of(
          SystemCall.READ,
          SystemCall.WRITE,
          SystemCall.SENDTO,
          SystemCall.RECVFROM,
          SystemCall.SENDFILE,
          SystemCall.OPENAT,
          SystemCall.ACCEPT4,
          SystemCall.CONNECT,
          SystemCall.EPOLL_WAIT);

  /** Errors of accept4 that are not of the next connection: it goes on waiting. */
  private static final Set<Integer> STAYS =
      Set.of(
          EAGAIN,
          EINTR,
          Errno.EBADF,
          Errno.EFAULT,
          Errno.EINVAL,
          Errno.EMFILE,
          Errno.ENFILE,
          Errno.ENOBUFS,
          Errno.ENOMEM,
          Errno.ENOTSOCK);

  private final List<InjectedFault> faults = new ArrayList<>();
  private final long[] counts = new long[SystemCall.values().length];
  private final Wakeups wakeups = new Wakeups();
  private long total;
  private long struck;
  private int mostRead = Integer.MAX_VALUE;
  private int mostWritten = Integer.MAX_VALUE;
  private long interruptEvery;

  /** A kernel without faults, so far. */
  public FaultyKernel(Kernel kernel) {
    super(kernel);
  }

  /** Adds a fault. Calls are counted from the first one this kernel was asked. */
  public FaultyKernel with(InjectedFault fault) {
    faults.add(fault);
    return this;
  }

  /** Forgets every fault; cuts and interruptions too. */
  public void heal() {
    faults.clear();
    mostRead = Integer.MAX_VALUE;
    mostWritten = Integer.MAX_VALUE;
    interruptEvery = 0;
    wakeups.everyNth(0);
  }

  /** Reads answer with at most this many bytes. */
  public FaultyKernel cutReads(int bytes) {
    mostRead = bytes;
    return this;
  }

  /** Writes and sendfiles take at most this many bytes. */
  public FaultyKernel cutWrites(int bytes) {
    mostWritten = bytes;
    return this;
  }

  /** Every n-th call that may be interrupted by a signal is. 0: none. */
  public FaultyKernel interruptEvery(long n) {
    interruptEvery = n;
    return this;
  }

  /** Every n-th wait tells of a descriptor that is not ready. 0: none. */
  public FaultyKernel wakeInVainEvery(long n) {
    wakeups.everyNth(n);
    return this;
  }

  /** How often a fault has struck. */
  public long struck() {
    return struck;
  }

  /** How many calls of this kind there have been. */
  public long count(SystemCall call) {
    return counts[call.ordinal()];
  }

  @Override
  int pass(SystemCall call, int fd, IntSupplier real) {
    int errno = errorFor(call);
    if (errno == 0) {
      return real.getAsInt();
    }
    struck++;
    if (errno == EAGAIN) {
      wakeups.owe(fd);
    }
    if (call == SystemCall.CLOSE || call == SystemCall.CONNECT && errno == EINTR) {
      real.getAsInt();
    }
    return call == SystemCall.ACCEPT4 && !STAYS.contains(errno) ? turnAway(real, errno) : -errno;
  }

  /** The error is that of a connection, which is gone with it. */
  private int turnAway(IntSupplier real, int errno) {
    int connection = real.getAsInt();
    if (connection < 0) {
      return connection;
    }
    inside().close(connection);
    return -errno;
  }

  private int errorFor(SystemCall call) {
    long ofKind = ++counts[call.ordinal()];
    total++;
    for (InjectedFault fault : faults) {
      if (fault.strikes(call, ofKind, total)) {
        return fault.errno();
      }
    }
    boolean due = interruptEvery > 0 && total % interruptEvery == 0;
    return due && INTERRUPTIBLE.contains(call) ? EINTR : 0;
  }

  @Override
  public int read(int fd, Memory memory, int offset, int length) {
    int most = shorter(fd, length, mostRead);
    return cut(fd, super.read(fd, memory, offset, most), most, length);
  }

  @Override
  public int write(int fd, Memory memory, int offset, int length) {
    int most = shorter(fd, length, mostWritten);
    return cut(fd, super.write(fd, memory, offset, most), most, length);
  }

  @Override
  public int sendfile(int outFd, int inFd, Memory position, int count) {
    return super.sendfile(outFd, inFd, position, shorter(outFd, count, mostWritten));
  }

  /** Who gets less than he asked for may take it for all there is: he hears of the rest. */
  private int cut(int fd, int answer, int most, int asked) {
    if (answer == most && most < asked) {
      wakeups.owe(fd);
    }
    return answer;
  }

  /** Counters are not cut: eight bytes or nothing. */
  private int shorter(int fd, int length, int most) {
    return wakeups.isCounter(fd) ? length : Math.min(length, most);
  }

  @Override
  public int eventfd(int initial, int flags) {
    int answer = super.eventfd(initial, flags);
    wakeups.counter(answer);
    return answer;
  }

  @Override
  public int close(int fd) {
    wakeups.closed(fd);
    return super.close(fd);
  }

  @Override
  public int epoll_ctl(int epollFd, int operation, int fd, Memory event) {
    int answer = super.epoll_ctl(epollFd, operation, fd, event);
    if (answer == 0) {
      wakeups.changed(epollFd, operation, fd, event);
    }
    return answer;
  }

  @Override
  public int epoll_wait(int epollFd, Memory events, int maxEvents, int timeoutMillis) {
    boolean extra = wakeups.hasSomething(epollFd);
    int answer = super.epoll_wait(epollFd, events, maxEvents, extra ? 0 : timeoutMillis);
    return answer < 0 ? answer : wakeups.add(epollFd, events, answer, maxEvents);
  }
}
