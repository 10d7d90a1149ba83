package manor.exercises.starve;

import manor.epoll.Epoll;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;

/** Told by edge, and reads until the call would block: this one must survive. */
final class CarefulServer extends HastyServer {
  CarefulServer(Epoll epoll, Fd guest) throws ErrnoException {
    super(epoll, guest);
  }

  @Override
  void onEdge() throws ErrnoException {
    int read = guest.read(desk, 0, DESK);
    while (read > 0) {
      answer(read);
      read = guest.read(desk, 0, DESK);
    }
  }
}
