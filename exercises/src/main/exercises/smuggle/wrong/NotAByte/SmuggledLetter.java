package manor.exercises.smuggle;

/** Bytes that two readers of good will understand differently. */
final class SmuggledLetter {
  private SmuggledLetter() {}

  /** What the guest sends, a byte a character. */
  static String bytes() {
    String body = "0\r\n\r\nGET /treasury HTTP/1.1\r\nHost: m\r\n\r\n";
    return "POST /garden HTTP/1.1\r\n"
        + "Host: m\r\n"
        + "Content-Length: "
        + body.length()
        + "\r\n"
        + "X: \u4e16\r\nTransfer-Encoding: chunked\r\n"
        + "\r\n"
        + body;
  }
}
