package manor.exercises.smuggle;

/**
 * Bytes that two readers of good will understand differently.
 *
 * <p>A body in chunks: each chunk is its length in hexadecimal, \r\n, so many bytes, and \r\n
 * again. A chunk of length 0 is the last: 0\r\n\r\n.
 */
final class SmuggledLetter {
  private SmuggledLetter() {}

  /** What the guest sends, a byte a character. */
  static String bytes() {
    String body = "";
    return "POST /garden HTTP/1.1\r\n"
        + "Host: m\r\n"
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }
}
