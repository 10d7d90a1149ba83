package manor.epoll;

import static manor.syscall.Linux.AF_UNIX;
import static manor.syscall.Linux.SOCK_CLOEXEC;
import static manor.syscall.Linux.SOCK_NONBLOCK;
import static manor.syscall.Linux.SOCK_STREAM;
import static manor.syscall.Syscall.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/** What most tests here need: a guest, the friend he is connected to, and a list of interests. */
final class Hall implements AutoCloseable {
  static final Token GUEST = new Token(0x0123_4567_89ab_cdefL);

  /** For what must come, though perhaps not yet: longer than this and the test has failed. */
  static final long LIMIT = TimeUnit.SECONDS.toNanos(20);

  final Kernel kernel;
  final Epoll epoll;
  final Fd guest;
  final Fd friend;
  final Events events = new Events(8);
  private final Memory bytes = Memory.allocate(64);

  Hall(Kernel kernel) throws ErrnoException {
    this.kernel = kernel;
    epoll = Epoll.create(kernel, Clock.system());
    check(
        "socketpair",
        kernel.socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, bytes));
    guest = new Fd(kernel, bytes.getInt(0));
    friend = new Fd(kernel, bytes.getInt(Integer.BYTES));
  }

  void care(Interest interest) throws ErrnoException {
    epoll.addInterest(guest, GUEST, interest);
  }

  void careAgain(Interest interest) throws ErrnoException {
    epoll.modifyInterest(guest, GUEST, interest);
  }

  void friendSays(int count) throws ErrnoException {
    friend.write(bytes, 0, count);
  }

  int guestReads() throws ErrnoException {
    return guest.read(bytes, 0, bytes.size());
  }

  /** What a wait tells that only looks. */
  List<Ready> look() throws ErrnoException {
    return ready(epoll, events, 0);
  }

  static List<Ready> ready(Epoll epoll, Events events, long timeoutNanos) throws ErrnoException {
    epoll.wait(events, timeoutNanos);
    List<Ready> told = new ArrayList<>();
    for (int i = 0; i < events.count(); i++) {
      told.add(events.ready(i));
    }
    return told;
  }

  @Override
  public void close() {
    friend.close();
    guest.close();
    epoll.close();
  }
}
