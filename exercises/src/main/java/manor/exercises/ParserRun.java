package manor.exercises;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import manor.http.Limits;
import manor.http.RequestParser;

/**
 * What a {@link RequestParser} made of bytes that came in pieces.
 *
 * @param requests the complete ones, as {@code POST /echo [content]}
 * @param content of the request that was not complete
 * @param end how it ended: {@code NEED_INPUT}, or {@code INVALID} and the status
 * @param used how many bytes it took
 */
public record ParserRun(List<String> requests, String content, String end, int used) {
  /** Feeds the pieces one after the other, a byte a character. */
  public static ParserRun of(String... pieces) {
    return of(Limits.DEFAULT, pieces);
  }

  /** The same, by other limits. */
  public static ParserRun of(Limits limits, String... pieces) {
    return new Feed(limits, String.join("", pieces)).run(pieces);
  }

  /** Feeds a byte at a time. */
  public static ParserRun byteAtATime(String stream) {
    return of(stream.chars().mapToObj(octet -> "" + (char) octet).toArray(String[]::new));
  }

  @Override
  public String toString() {
    String open = content.isEmpty() ? "" : ", and then [" + content + "]";
    return Caret.visible(requests + open + ", then " + end);
  }

  /** One parser at work. */
  private static final class Feed {
    private final String stream;
    private final ByteBuffer bytes;
    private final RequestParser parser;
    private final List<String> requests = new ArrayList<>();
    private final StringBuilder content = new StringBuilder();

    Feed(Limits limits, String stream) {
      this.parser = new RequestParser(limits);
      this.stream = stream;
      this.bytes = ByteBuffer.wrap(stream.getBytes(ISO_8859_1));
      parser.begin(bytes, 0);
    }

    ParserRun run(String... pieces) {
      int end = 0;
      String last = "NEED_INPUT";
      for (String piece : pieces) {
        end += piece.length();
        last = step(end);
        if (!last.equals("NEED_INPUT")) {
          break;
        }
      }
      return new ParserRun(requests, content.toString(), last, parser.position());
    }

    /** Goes on as far as these bytes reach. */
    private String step(int end) {
      for (int steps = 0; steps < 4 * stream.length() + 8; steps++) {
        int position = parser.position();
        RequestParser.Step step = parser.next(bytes, position, end);
        stayBefore(end);
        switch (step) {
          case CONTENT -> content.append(stream, parser.contentStart(), parser.contentEnd());
          case COMPLETE -> complete();
          case NEED_INPUT -> {
            return "NEED_INPUT";
          }
          case INVALID -> {
            return "INVALID " + parser.failure();
          }
          case HEAD -> {}
        }
      }
      throw new AssertionError(
          "The parser goes round and round at one byte.\n"
              + Caret.under(stream, Math.min(parser.position(), stream.length()), "here"));
    }

    /** Bytes that have not come yet may be looked at by nobody. */
    private void stayBefore(int end) {
      if (parser.position() > end || parser.contentEnd() > end) {
        throw new AssertionError(
            "Bytes were used that had not come yet: this piece ends before them.\n"
                + Caret.under(stream, end, "the end of what has come"));
      }
    }

    private void complete() {
      String line = parser.request().method() + " " + parser.request().target();
      requests.add(line + " [" + content + "]");
      content.setLength(0);
      parser.begin(bytes, parser.position());
    }
  }
}
