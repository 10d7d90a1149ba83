package manor.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Feeds a stream of bytes to a {@link RequestParser} in given pieces, and writes down what it says.
 * Two feeds of the same stream must give the same notes, wherever it was cut.
 */
final class ParserFeed {
  private final RequestParser parser;
  private final List<String> notes = new ArrayList<>();
  private final StringBuilder content = new StringBuilder();
  private int used;
  private int requestStart;
  private boolean over;

  private ParserFeed(Limits limits) {
    this.parser = new RequestParser(limits);
  }

  static byte[] bytes(String wire) {
    return wire.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** All in one piece. */
  static List<String> whole(Limits limits, byte[] stream) {
    return cut(limits, stream);
  }

  /** Cut at {@code cuts}, ascending; the bytes stay where they are. */
  static List<String> cut(Limits limits, byte[] stream, int... cuts) {
    ParserFeed feed = new ParserFeed(limits);
    ByteBuffer bytes = ByteBuffer.wrap(stream);
    feed.parser.begin(bytes, 0);
    for (int end : ends(stream, cuts)) {
      feed.piece(bytes, 0, end);
    }
    return feed.end();
  }

  /**
   * Cut at {@code cuts}, each piece in a buffer of its own at another place; what must be kept is
   * moved there, and what need not be kept is overwritten.
   */
  static List<String> cutAndMoved(Limits limits, byte[] stream, int... cuts) {
    ParserFeed feed = new ParserFeed(limits);
    ByteBuffer bytes = ByteBuffer.allocate(0);
    feed.parser.begin(bytes, 0);
    int pad = 0;
    for (int end : ends(stream, cuts)) {
      boolean keep = !feed.parser.isPastHead();
      int from = keep ? feed.requestStart : feed.used;
      pad = (pad + 3) % 11;
      ByteBuffer next = ByteBuffer.allocate(pad + end - from + 5);
      Arrays.fill(next.array(), (byte) 'X');
      next.put(pad, stream, from, end - from);
      if (keep) {
        Arrays.fill(bytes.array(), (byte) '!');
        feed.parser.moved(next, pad + feed.requestStart - from);
      }
      bytes = next;
      feed.piece(bytes, pad - from, end);
    }
    return feed.end();
  }

  static List<String> byteAtATime(Limits limits, byte[] stream) {
    return cut(limits, stream, IntStream.range(1, stream.length).toArray());
  }

  private static int[] ends(byte[] stream, int... cuts) {
    int[] ends = Arrays.copyOf(cuts, cuts.length + 1);
    ends[cuts.length] = stream.length;
    return ends;
  }

  /** Feeds up to {@code end} of the stream; {@code shift} more is its place in the buffer. */
  private void piece(ByteBuffer bytes, int shift, int end) {
    boolean more = !over;
    while (more) {
      RequestParser.Step step = parser.next(bytes, used + shift, end + shift);
      int position = parser.position() - shift;
      if (position < used || position > end) {
        throw new AssertionError("position " + position + " outside " + used + ".." + end);
      }
      used = position;
      switch (step) {
        case HEAD -> notes.add(head() + " @" + used);
        case CONTENT -> content.append(content(bytes));
        case COMPLETE -> complete(bytes, shift);
        case INVALID -> invalid();
        case NEED_INPUT -> more = false;
      }
      more &= !over;
    }
  }

  private String content(ByteBuffer bytes) {
    if (parser.contentEnd() <= parser.contentStart()) {
      throw new AssertionError("content without a byte");
    }
    return Octets.text(bytes, parser.contentStart(), parser.contentEnd());
  }

  private void complete(ByteBuffer bytes, int shift) {
    notes.add("content [" + content + "]");
    notes.add("complete @" + used + " " + head() + " " + parser.request().contentLength());
    content.setLength(0);
    requestStart = used;
    parser.begin(bytes, used + shift);
  }

  private void invalid() {
    notes.add("content [" + content + "]");
    notes.add(parser.failure().code() + " @" + used);
    over = true;
  }

  private List<String> end() {
    if (!over && used > requestStart) {
      notes.add("needs more @" + used + (parser.isPastHead() ? " [" + content + "]" : ""));
    }
    return List.copyOf(notes);
  }

  private String head() {
    Request request = parser.request();
    return request.method()
        + " "
        + request.target()
        + " "
        + request.path()
        + " "
        + request.query()
        + " 1."
        + request.minorVersion()
        + IntStream.range(0, request.headerCount())
            .mapToObj(i -> request.headerName(i) + "=" + request.headerValue(i))
            .collect(Collectors.joining("|", " {", "}"))
        + (parser.keepsAlive() ? " keeps alive" : " closes")
        + (parser.expectsContinue() ? " expects" : "");
  }
}
