package manor.docs.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import manor.http.Limits;
import manor.http.RequestParser;

/** A header that arrives in two pieces, and a reader who looks at each piece by itself. */
public final class CutHeader {
  private static final String FIELD = "content-length: ";
  private static final List<String> PIECES =
      List.of("POST / HTTP/1.1\r\nHost: manor\r\nContent-Le", "ngth: 12\r\n\r\nGood ", "evening");

  private final PrintStream out;

  private CutHeader(PrintStream out) {
    this.out = out;
  }

  /** Plays the scene. */
  public static void run(PrintStream out) {
    CutHeader scene = new CutHeader(out);
    out.println("One upload of 12 bytes comes in three pieces, cut in the middle of a header.");
    scene.pieceByPiece();
    scene.asAState();
  }

  private void pieceByPiece() {
    out.println();
    out.println("Whoever looks for the header in each piece by itself:");
    // tag::pieces[]
    int length = 0;
    int received = 0;
    for (String piece : PIECES) {
      int at = piece.toLowerCase(Locale.ROOT).indexOf(FIELD);
      if (at >= 0) {
        length = Integer.parseInt(piece.substring(at + FIELD.length()).lines().findFirst().get());
      }
      received += piece.length();
      boolean complete = received >= length;
      out.println("  " + received + " bytes, " + length + " wanted: complete? " + complete);
    }
    // end::pieces[]
  }

  private void asAState() {
    out.println();
    out.println("Whoever remembers where he stands:");
    ByteBuffer bytes = ByteBuffer.wrap(String.join("", PIECES).getBytes(US_ASCII));
    RequestParser parser = new RequestParser(Limits.DEFAULT);
    parser.begin(bytes, 0);
    // tag::state[]
    int end = 0;
    for (String piece : PIECES) {
      end += piece.length();
      RequestParser.Step step = parser.next(bytes, parser.position(), end);
      while (step == RequestParser.Step.HEAD || step == RequestParser.Step.CONTENT) {
        step = parser.next(bytes, parser.position(), end);
      }
      out.println("  " + end + " bytes: " + step);
    }
    // end::state[]
  }
}
