package manor.http;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Chapter 3 on screen: bytes are fed to a {@link RequestParser} by hand, in pieces, and it tells
 * after each where it stands. Every line with an arrow in it is what the parser answered.
 */
public final class PiecesDemo {
  private static final String REQUEST =
      "POST /letters HTTP/1.1\r\nHost: manor\r\nContent-Length: 12\r\n\r\nGood evening";
  private static final String CHUNKS =
      "POST /letters HTTP/1.1\r\nHost: manor\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "5\r\nGood \r\n7;by=hand\r\nevening\r\n0\r\n\r\n";
  private static final String SMUGGLER =
      "POST / HTTP/1.1\r\nHost: manor\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final PrintStream out;
  private final RequestParser parser = new RequestParser(Limits.DEFAULT);
  private ByteBuffer bytes;

  private PiecesDemo(PrintStream out) {
    this.out = out;
  }

  /** Shows the chapter's idea. */
  public static void run(PrintStream out) {
    new PiecesDemo(out).show();
  }

  private void show() {
    out.println("Prince Socket's letter comes in pieces, cut wherever the road liked to cut it.");
    out.println("The steward never holds a whole letter. He knows where he stands in it.");

    say("One request in three pieces, cut in mid word:");
    feed(REQUEST, 29, 66);

    say("The same bytes, cut elsewhere. The same steps, the same content:");
    feed(REQUEST, 1, 40);

    say("Content whose length nobody knew beforehand comes in chunks. He unpacks it:");
    feed(CHUNKS, 81);

    say("Two lengths that contradict each other. Whoever believes the wrong one takes");
    out.println("the next letter for the rest of this one, so it is refused at its head:");
    feed(SMUGGLER);

    say("A line may not end with LF alone, and no byte behind it is looked at any more:");
    feed("GET / HTTP/1.1\nHost: manor\r\n\r\n");
  }

  private void say(String text) {
    out.println();
    out.println(text);
  }

  private void feed(String request, int... cuts) {
    bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    parser.begin(bytes, 0);
    int from = 0;
    for (int cut : cuts) {
      piece(from, cut);
      from = cut;
    }
    piece(from, bytes.capacity());
  }

  /** One piece has come: the parser goes on, step by step, until it needs more. */
  private void piece(int from, int end) {
    out.println("  \"" + visible(from, end).replace("\\n", "\\n\n   ").strip() + "\"");
    // tag::feed[]
    int at = parser.position();
    RequestParser.Step step;
    do {
      step = parser.next(bytes, at, end);
      at = parser.position();
      out.println("    -> " + step + about(step));
    } while (step == RequestParser.Step.HEAD || step == RequestParser.Step.CONTENT);
    // end::feed[]
  }

  private String about(RequestParser.Step step) {
    Request request = parser.request();
    return switch (step) {
      case HEAD -> ": " + request.method() + " " + request.path() + ", " + announced();
      case CONTENT -> ": \"" + visible(parser.contentStart(), parser.contentEnd()) + "\"";
      case COMPLETE -> ": " + request.contentLength() + " bytes of content in all";
      case INVALID -> " at byte " + parser.position() + ": " + parser.failure();
      case NEED_INPUT ->
          parser.isPastHead()
              ? ": " + parser.received() + " bytes of content so far"
              : ": the head is not all here";
    };
  }

  private String announced() {
    return parser.contentLength() < 0
        ? "length unknown"
        : parser.contentLength() + " bytes to follow";
  }

  private String visible(int from, int end) {
    return Octets.text(bytes, from, end).replace("\r", "\\r").replace("\n", "\\n");
  }
}
