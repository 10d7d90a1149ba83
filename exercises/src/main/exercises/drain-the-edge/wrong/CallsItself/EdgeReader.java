package manor.exercises.drainedge;

import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Memory;

/** Reads what a guest sends, told of him by edge, over a desk of four bytes. */
final class EdgeReader {
  private final Fd guest;
  private final Memory desk = Memory.allocate(4);
  private final StringBuilder letter = new StringBuilder();
  private boolean ended;

  EdgeReader(Fd guest) {
    this.guest = guest;
  }

  /** Something new has come. */
  void onEdge() throws ErrnoException {
    int read = guest.read(desk, 0, desk.size());
    if (read > 0) {
      add(read);
      onEdge();
    } else if (read == 0) {
      ended = true;
    }
  }

  private void add(int count) {
    for (int at = 0; at < count; at++) {
      letter.append((char) (desk.bytes().get(at) & 0xff));
    }
  }

  /** All that was read so far, a character a byte. */
  String letter() {
    return letter.toString();
  }

  /** Whether the end of file was read. */
  boolean isEnded() {
    return ended;
  }
}
