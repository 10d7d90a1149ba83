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
  private int filled;

  LetterBox(Fd from) {
    this.from = from;
  }

  /** What has come, as much as the desk holds; empty if there is nothing. */
  String take() throws ErrnoException {
    int read = from.read(desk, filled, desk.size() - filled);
    if (read == 0) {
      ended = true;
    }
    if (read <= 0) {
      return "";
    }
    String letter = text(filled + read).substring(filled);
    filled += read;
    return letter;
  }

  /** Whether the end of file has been read: nothing will ever come again. */
  boolean isEnded() {
    return ended;
  }

  /** The first bytes on the desk, a character a byte. */
  private String text(int length) {
    byte[] bytes = new byte[length];
    desk.bytes().get(0, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
