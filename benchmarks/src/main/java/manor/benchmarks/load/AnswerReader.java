package manor.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Finds where answers end in bytes that come in any pieces, and whether each is a success.
 *
 * <p>Threads: one.
 */
final class AnswerReader {
  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final int STATUS_START = 9;
  private static final int STATUS_END = 12;
  private static final int OK = 200;

  private final long echoed;
  private boolean inHead = true;
  private int column;
  private boolean firstLine = true;
  private boolean matching;
  private int status;
  private long length = -1;
  private long left;

  private AnswerReader(long echoed) {
    this.echoed = echoed;
    this.inHead = echoed == 0;
    this.left = echoed;
  }

  static AnswerReader of(Load load) {
    return new AnswerReader(load.speech() == Load.Speech.ECHO ? load.request().length : 0);
  }

  /** Whether the next byte begins an answer. */
  boolean isBetween() {
    return echoed > 0 ? left == echoed : inHead && firstLine && column == 0;
  }

  /**
   * Reads up to the end of an answer, or of the bytes.
   *
   * @return where it stopped; an answer is complete if {@link #isBetween} then
   * @throws IllegalStateException saying why this is not a success
   */
  int read(ByteBuffer bytes, int from, int to) {
    int at = from;
    while (inHead && at < to) {
      head(bytes.get(at));
      at++;
    }
    if (!inHead) {
      int taken = (int) Math.min(left, to - at);
      at += taken;
      left -= taken;
      if (left == 0) {
        begin();
      }
    }
    return at;
  }

  private void begin() {
    inHead = echoed == 0;
    left = echoed;
    firstLine = true;
    column = 0;
    status = 0;
    length = -1;
  }

  private void head(byte octet) {
    if (octet == '\n') {
      endLine();
      return;
    }
    if (firstLine && column >= STATUS_START && column < STATUS_END) {
      status = status * 10 + octet - '0';
    } else if (!firstLine) {
      field(octet);
    }
    column++;
  }

  private void field(byte octet) {
    matching = column == 0 || matching;
    if (column < LENGTH.length) {
      matching &= (octet | 0x20) == LENGTH[column];
      length = matching && column == LENGTH.length - 1 ? 0 : length;
    } else if (matching && octet >= '0' && octet <= '9') {
      length = length * 10 + octet - '0';
    }
  }

  private void endLine() {
    if (firstLine && status != OK) {
      throw new IllegalStateException("an answer with status " + status);
    }
    boolean empty = !firstLine && column <= 1;
    firstLine = false;
    column = 0;
    matching = false;
    if (empty) {
      if (length < 0) {
        throw new IllegalStateException("an answer without a Content-Length");
      }
      inHead = false;
      left = length;
    }
  }
}
