package manor.tutor.pupil;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a student's code prints: kept up to a length, the rest only counted. Any thread. */
final class Printed extends OutputStream {
  private static final int MOST = 1 << 14;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long lost;

  @Override
  public synchronized void write(int value) {
    if (kept.size() < MOST) {
      kept.write(value);
    } else {
      lost++;
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    int fits = Math.min(length, MOST - kept.size());
    kept.write(bytes, offset, fits);
    lost += length - fits;
  }

  /** What was printed since the last time it was asked. */
  synchronized String take() {
    String text = kept.toString(StandardCharsets.UTF_8);
    String note = lost == 0 ? "" : "\n... and " + lost + " bytes more";
    kept.reset();
    lost = 0;
    return text + note;
  }
}
