package manor.docs.scene;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import manor.http.Limits;
import manor.http.RequestParser;

/** A head that arrives together with the beginning of a picture, and a reader who wants text. */
public final class PictureInHead {
  private static final String FIELD = "Content-Length: ";

  /** A head, and the first four bytes of every JPEG: they are no UTF-8. */
  private static final byte[] PIECE =
      "POST / HTTP/1.1\r\nHost: manor\r\nContent-Length: 9000\r\n\r\n\u00ff\u00d8\u00ff\u00e0"
          .getBytes(ISO_8859_1);

  private PictureInHead() {}

  /** Plays the scene. */
  public static void run(PrintStream out) {
    out.println("A head and the first four bytes of a picture come in one piece.");
    out.println(
        "\nWhoever looks for the length in text: " + lengthInText(PIECE) + " bytes follow.");
    out.println("Whoever looks for it in bytes: " + lengthInBytes(PIECE) + " bytes follow.");
  }

  private static int lengthInText(byte[] piece) {
    // tag::text[]
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(piece)).toString();
    } catch (CharacterCodingException notText) {
      return 0;
    }
    // end::text[]
    int at = text.indexOf(FIELD);
    return at < 0
        ? 0
        : Integer.parseInt(text.substring(at + FIELD.length()).lines().toList().get(0));
  }

  private static long lengthInBytes(byte[] piece) {
    // tag::bytes[]
    RequestParser parser = new RequestParser(Limits.DEFAULT);
    ByteBuffer bytes = ByteBuffer.wrap(piece);
    parser.begin(bytes, 0);
    parser.next(bytes, 0, piece.length);
    return parser.contentLength();
    // end::bytes[]
  }
}
