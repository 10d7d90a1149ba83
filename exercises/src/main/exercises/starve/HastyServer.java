package manor.exercises.starve;

import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Memory;

/** Told by edge, and reads once at each edge: this is the server to be broken. */
class HastyServer {
  static final int DESK = 16;

  final Fd guest;
  final Memory desk = Memory.allocate(DESK);
  private final Epoll epoll;
  private final Events events = new Events(8);
  private final Memory ok = Memory.copyOf(new byte[] {'o', 'k', '\n'});

  HastyServer(Epoll epoll, Fd guest) throws ErrnoException {
    this.epoll = epoll;
    this.guest = guest;
    epoll.addInterest(guest, new Token(100), Interest.READABLE.edge());
  }

  /** Asks who is ready and serves him; false when nobody is. */
  boolean turn() throws ErrnoException {
    if (epoll.wait(events, 0) == 0) {
      return false;
    }
    onEdge();
    return true;
  }

  void onEdge() throws ErrnoException {
    int read = guest.read(desk, 0, DESK);
    if (read > 0) {
      answer(read);
    }
  }

  /** Says ok to every line end among the first bytes on the desk. */
  final void answer(int count) throws ErrnoException {
    for (int at = 0; at < count; at++) {
      if (desk.bytes().get(at) == '\n') {
        guest.write(ok, 0, 3);
      }
    }
  }
}
