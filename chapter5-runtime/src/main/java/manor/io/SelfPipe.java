package manor.io;

import static manor.syscall.Syscall.check;

import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;

/**
 * A pipe from the program to itself: what happens on a strange thread, at a strange moment, becomes
 * a byte that the driver finds where it finds everything else. An old trick, and the only one that
 * a signal handler in C may use.
 *
 * <p>Threads: {@link #write} and {@link #close} from any; {@link #drain} from the driver's. They
 * exclude each other, so that no byte reaches a stranger who was given the number next.
 */
final class SelfPipe implements AutoCloseable {
  private final Kernel kernel;
  private final Fd out;
  private final Fd in;
  private final Memory oneByte = Memory.allocate(1);
  private final Memory bin = Memory.allocate(64);

  private SelfPipe(Kernel kernel, Fd out, Fd in) {
    this.kernel = kernel;
    this.out = out;
    this.in = in;
  }

  static SelfPipe open(Kernel kernel) throws ErrnoException {
    Memory pair = Memory.allocate(2 * Integer.BYTES);
    check("pipe2", kernel.pipe2(pair, Linux.O_NONBLOCK | Linux.O_CLOEXEC));
    Fd out = new Fd(kernel, pair.getInt(0));
    return new SelfPipe(kernel, out, new Fd(kernel, pair.getInt(Integer.BYTES)));
  }

  /** One byte in. A full pipe (EAGAIN) is readable already; a closed one (EBADF) has no reader. */
  synchronized void write() {
    int answer;
    do {
      answer = kernel.write(in.number(), oneByte, 0, 1);
    } while (answer == -Errno.EINTR);
  }

  /** Takes out all that is in it. */
  synchronized void drain() throws ErrnoException {
    int read = bin.size();
    while (read == bin.size()) {
      read = out.read(bin, 0, bin.size());
    }
  }

  /** The end that becomes readable. */
  Fd fd() {
    return out;
  }

  @Override
  public synchronized void close() {
    in.close();
    out.close();
  }
}
