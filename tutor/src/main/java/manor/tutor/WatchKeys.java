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
  private static final int ESCAPE = 27;

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

  /** The next key, or a zero if none comes in time. What an arrow key sends is left out. */
  char next(long millis) throws InterruptedException {
    Integer key = pressed.poll(millis, TimeUnit.MILLISECONDS);
    if (key != null && key == ESCAPE) {
      while (pressed.poll(5, TimeUnit.MILLISECONDS) != null) {
        // The rest of an escape sequence.
      }
      return 0;
    }
    return key == null ? 0 : (char) key.intValue();
  }
}
