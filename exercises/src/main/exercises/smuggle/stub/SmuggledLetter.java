package manor.exercises.smuggle;

/** Bytes that two readers of good will understand differently. */
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
