package manor.io;

import static manor.syscall.Linux.AF_UNIX;
import static manor.syscall.Linux.SOCK_CLOEXEC;
import static manor.syscall.Linux.SOCK_NONBLOCK;
import static manor.syscall.Linux.SOCK_STREAM;
import static manor.syscall.Syscall.check;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import manor.epoll.Clock;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.task.Ledger;

/** A driver, a guest it knows, and the friend at the guest's other end. */
final class Household implements AutoCloseable {
  /** For what must come: longer than this and the test has failed. */
  static final long LIMIT = TimeUnit.SECONDS.toNanos(20);

  final Driver driver;
  final Handle handle;
  final Fd friend;
  final Fd guestFd;
  final PollEvented<Fd> guest;
  final Memory memory = Memory.allocate(4096);
  final Map<SignalKind, Runnable> signals = new EnumMap<>(SignalKind.class);

  Household(Kernel kernel) throws ErrnoException {
    this(kernel, Clock.system());
  }

  Household(Kernel kernel, Clock clock) throws ErrnoException {
    driver = Driver.open(kernel, clock, Ledger.NONE, this::listen);
    handle = driver.handle();
    int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    check("socketpair", kernel.socketpair(AF_UNIX, type, 0, memory));
    friend = new Fd(kernel, memory.getInt(0));
    guestFd = new Fd(kernel, memory.getInt(Integer.BYTES));
    guest = new PollEvented<>(handle, guestFd, guestFd, PollEvented.BOTH_WAYS);
  }

  private AutoCloseable listen(SignalKind kind, Runnable arrived) {
    signals.put(kind, arrived);
    return () -> signals.remove(kind);
  }

  void friendSays(int count) throws ErrnoException {
    friend.write(memory, 0, count);
  }

  /** A turn that only looks. */
  void look() throws IOException {
    driver.turn(handle, 0);
  }

  @Override
  public void close() {
    driver.close();
    friend.close();
    guest.close();
  }
}
