package manor.exercises.writeall;

import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Memory;

/** Carries one letter to a descriptor that may take it in pieces. */
final class Courier {
  private final Fd to;
  private final Memory letter;
  private int out;

  /** A courier who sets out with all bytes of {@code letter}. */
  Courier(Fd to, Memory letter) {
    this.to = to;
    this.letter = letter;
  }

  boolean carry() throws ErrnoException {
    try {
    while (left() > 0) {
      int written = to.write(letter, out, left());
      if (written == Fd.WOULD_BLOCK) {
        return false;
      }
      out += written;
    }
    return true;
    } catch (ErrnoException failed) {
      out = 0;
      throw failed;
    }
  }

  /** How many bytes are still to be written. */
  int left() {
    return letter.size() - out;
  }
}
