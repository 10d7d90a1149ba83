package manor.exercises.wholebuffer;

import java.nio.charset.StandardCharsets;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Memory;

/** Takes letters from a descriptor, over a desk of 24 bytes. */
final class LetterBox {
  private final Fd from;
  private final Memory desk = Memory.allocate(24);
  private boolean ended;

  LetterBox(Fd from) {
    this.from = from;
  }

  /** What has come, as much as the desk holds; empty if there is nothing. */
  String take() throws ErrnoException {
    int read = from.read(desk, 0, desk.size());
    if (read == 0) {
      ended = true;
    }
    return text(Math.max(0, read));
  }

  /** Whether the end of file has been read: nothing will ever come again. */
  boolean isEnded() {
    return ended;
  }

  /** The first bytes on the desk, a character a byte. */
  private String text(int length) {
    byte[] bytes = new byte[length];
    desk.bytes().get(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
