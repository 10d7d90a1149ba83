package manor.exercises.fewercalls;

import java.nio.charset.StandardCharsets;
import manor.epoll.Epoll;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Memory;

/** Says thanks for every letter of one visitor. */
final class OneVisitor {
  private static final byte[] THANKS = "thanks\n".getBytes(StandardCharsets.US_ASCII);
  private static final int DESK = 64;

  private final Epoll epoll;
  private final Fd fd;
  private final Token token;
  private final Memory desk = Memory.allocate(DESK);
  private final Memory words = Memory.copyOf("thanks\n".repeat(DESK + 1).getBytes());
  private Interest interest = Interest.READABLE;
  private int owed;

  OneVisitor(Epoll epoll, Fd fd, Token token) throws ErrnoException {
    this.epoll = epoll;
    this.fd = fd;
    this.token = token;
    epoll.addInterest(fd, token, interest);
  }

  /** The kernel says that he is ready. Answers false when he has left, and is closed. */
  boolean ready() throws ErrnoException {
    if (owed == 0) {
      int count = fd.read(desk, 0, DESK);
      while (count == DESK) {
        owed += THANKS.length * letters(count);
        count = fd.read(desk, 0, DESK);
      }
      if (count == 0) {
        fd.close();
        return false;
      }
      owed += count == Fd.WOULD_BLOCK ? 0 : THANKS.length * letters(count);
    }
    say();
    arm(owed > 0 ? Interest.WRITABLE : Interest.READABLE);
    return true;
  }

  private void arm(Interest wanted) throws ErrnoException {
    if (wanted != interest) {
      epoll.modifyInterest(fd, token, wanted);
      interest = wanted;
    }
  }

  private int letters(int count) {
    int letters = 0;
    for (int i = 0; i < count; i++) {
      letters += desk.bytes().get(i) == '\n' ? 1 : 0;
    }
    return letters;
  }

  /** Says as much of what is owed as the socket takes. */
  private void say() throws ErrnoException {
    while (owed > 0) {
      int from = (THANKS.length - owed % THANKS.length) % THANKS.length;
      int written = fd.write(words, from, Math.min(owed, words.size() - from));
      if (written == Fd.WOULD_BLOCK) {
        return;
      }
      owed -= written;
    }
  }
}
