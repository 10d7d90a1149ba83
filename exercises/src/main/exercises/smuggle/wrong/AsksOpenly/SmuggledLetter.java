package manor.exercises.smuggle;

/** Bytes that two readers of good will understand differently. */
final class SmuggledLetter {
  private SmuggledLetter() {}

  /** What the guest sends, a byte a character. */
  static String bytes() {
    return "GET /garden HTTP/1.1\r\nHost: m\r\n\r\n" + "GET /treasury HTTP/1.1\r\nHost: m\r\n\r\n";
  }
}
