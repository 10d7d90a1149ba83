package manor.tutor;

import java.io.IOException;
import java.io.Reader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The keys that were pressed, in their order: read by a thread of its own, asked for by another.
 */
final class WatchKeys {
  /** An arrow up, an arrow down, and the same by whole pages: keys that are no characters. */
  static final char UP = '\uE000';

  static final char DOWN = '\uE001';
  static final char PAGE_UP = '\uE002';
  static final char PAGE_DOWN = '\uE003';

  private static final int ESCAPE = 27;
  private static final int FIRST_FINAL = '@'; // what ends an escape sequence is not below it

  private final BlockingQueue<Integer> pressed = new LinkedBlockingQueue<>();
  private final boolean single;

  /**
   * Begins to read.
   *
   * @param single whether every key counts at once; else the first of each line does
   */
  WatchKeys(Reader source, boolean single) {
    this.single = single;
    Thread reader = new Thread(() -> read(source), "keys");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(Reader source) {
    try {
      boolean fresh = true;
      for (int key = source.read(); key >= 0; key = source.read()) {
        if (single || fresh) {
          pressed.add(key);
        }
        fresh = key == '\n';
      }
    } catch (IOException over) {
      // The terminal is gone; whoever watches will be told by its end.
    }
  }

  /** The next key, or a zero if none comes in time. */
  char next(long millis) throws InterruptedException {
    Integer key = pressed.poll(millis, TimeUnit.MILLISECONDS);
    if (key != null && key == ESCAPE) {
      return named(sequence());
    }
    return key == null ? 0 : (char) key.intValue();
  }

  /** The rest of an escape sequence. It comes all at once. */
  private String sequence() throws InterruptedException {
    StringBuilder rest = new StringBuilder();
    boolean ended = false;
    while (!ended) {
      Integer key = pressed.poll(5, TimeUnit.MILLISECONDS);
      if (key != null) {
        rest.append((char) key.intValue());
      }
      ended = key == null || (rest.length() > 1 && key >= FIRST_FINAL);
    }
    return rest.toString();
  }

  private static char named(String sequence) {
    return switch (sequence) {
      case "[A", "OA" -> UP;
      case "[B", "OB" -> DOWN;
      case "[5~" -> PAGE_UP;
      case "[6~" -> PAGE_DOWN;
      default -> 0;
    };
  }
}
