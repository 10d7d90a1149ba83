package manor.net.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import manor.net.TcpStream;
import manor.syscall.Memory;
import manor.task.Future;

/**
 * One guest of the hello server, written with combinators: read, then answer as many requests as
 * have come, and again.
 *
 * <p>It knows just enough of HTTP for clients to be content: a request has no body and ends with an
 * empty line; the connection stays unless the client speaks HTTP/1.0 or wants it closed.
 */
final class HelloConnection implements AutoCloseable {
  /** The bytes of each of its two memories, one for what comes and one for what goes. */
  static final int DESK_SIZE = 8192;

  private static final byte[] CLOSE = "connection: close".getBytes(US_ASCII);
  private static final byte[] ANSWER =
      """
      HTTP/1.1 200 OK\r
      Content-Type: text/plain; charset=utf-8\r
      Content-Length: 24\r
      \r
      Hello from Manor Tokio.
      """
          .getBytes(US_ASCII);

  private final TcpStream stream;
  private final MemoryShelf shelf;
  private final Memory desk;
  private final Memory answers;
  private int filled;
  private int scanned;
  private int lines;
  private int prepared;
  private boolean closing;
  private boolean last;

  HelloConnection(TcpStream stream, MemoryShelf shelf) {
    this.stream = stream;
    this.shelf = shelf;
    this.desk = shelf.take();
    this.answers = shelf.take();
  }

  /** The future of the whole visit. */
  Future<Void> serve() {
    return Future.loop(
            () ->
                scanned < filled
                    ? answer()
                    : stream.read(desk, filled, DESK_SIZE - filled).then(this::arrived))
        .closing(this);
  }

  private Future<Boolean> arrived(int count) {
    last = count == 0;
    filled += count;
    return answer();
  }

  private Future<Boolean> answer() {
    prepared = 0;
    scan();
    return prepared == 0
        ? Future.ready(!last)
        : stream.writeAll(answers, 0, prepared).map(written -> !last);
  }

  /** The visit is over, and its memory is free for another. */
  @Override
  public void close() {
    shelf.giveBack(desk);
    shelf.giveBack(answers);
  }

  /** Prepares an answer for every request that is complete, and keeps the line that is not. */
  private void scan() {
    int start = 0;
    int at = scanned;
    while (at < filled && !last && prepared + ANSWER.length <= DESK_SIZE) {
      if (desk.bytes().get(at) == '\n') {
        line(start, at);
        start = at + 1;
      }
      at++;
    }
    desk.bytes().put(0, desk.bytes(), start, filled - start);
    scanned = at - start;
    filled -= start;
    last |= filled == DESK_SIZE;
  }

  /** The line from {@code start} up to the line feed at {@code end}. */
  private void line(int start, int end) {
    if (end - start > 1) {
      closing |= lines == 0 ? desk.bytes().get(end - 2) == '0' : saysClose(start, end);
      lines++;
    } else if (lines > 0) {
      answers.bytes().put(prepared, ANSWER);
      prepared += ANSWER.length;
      lines = 0;
      last = closing;
    }
  }

  /** In lower case, as every letter is with this bit; the others do not mind. */
  private boolean saysClose(int start, int end) {
    int same = 0;
    while (same < CLOSE.length
        && start + same < end
        && (desk.bytes().get(start + same) | 0x20) == CLOSE[same]) {
      same++;
    }
    return same == CLOSE.length;
  }
}
