package manor.exercises.rearmoneshot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import manor.epoll.Epoll;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Memory;

/** A hall of guests, each of whom is told of once and then no more until he is armed again. */
final class OneshotHall {
  private static final Interest ONCE = Interest.READABLE.oneshot();

  private final Epoll epoll;
  private final Memory desk = Memory.allocate(64);
  private final Map<Token, Fd> guests = new HashMap<>();
  private final List<String> notes = new ArrayList<>();

  OneshotHall(Epoll epoll) {
    this.epoll = epoll;
  }

  /** A new guest, who owns his descriptor no longer. */
  void welcome(Fd guest, Token token) throws ErrnoException {
    guests.put(token, guest);
    epoll.addInterest(guest, token, ONCE);
  }

  /** The kernel has told of this guest. */
  void serve(Token token) throws ErrnoException {
    Fd guest = guests.get(token);
    if (guest == null) {
      return;
    }
    try {
      int read = guest.read(desk, 0, desk.size());
      if (read == 0) {
        leave(guest, token);
        return;
      }
      if (read > 0 && !text(read).isBlank()) {
        notes.add(text(read));
      }
      arm(guest, token);
    } catch (ErrnoException gone) {
      if (gone.errno() != manor.syscall.Errno.ECONNRESET) {
        arm(guest, token);
        return;
      }
      notes.add("lost");
      leave(guest, token);
    }
  }

  private void arm(Fd guest, Token token) throws ErrnoException {
    epoll.modifyInterest(guest, token, ONCE);
  }

  private void leave(Fd guest, Token token) {
    guests.remove(token);
    guest.close();
  }

  /** How many guests are here. */
  int count() {
    return guests.size();
  }

  /** What was noted so far. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private String text(int length) {
    byte[] bytes = new byte[length];
    desk.bytes().get(0, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
