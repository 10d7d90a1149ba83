package manor.exercises.headinpieces;

/** Finds the end of a head, behind the first CRLF CRLF, in bytes that come in any pieces. */
final class HeadEnd {
  private boolean found;

  /**
   * Takes the next piece.
   *
   * @return how many of its bytes belong to the head
   */
  int take(byte[] piece) {
    if (found) {
      return 0;
    }
    String text = new String(piece, java.nio.charset.StandardCharsets.ISO_8859_1);
    int at = text.indexOf("\r\n\r\n");
    found = at >= 0;
    return found ? at + 4 : piece.length;
  }

  /** Whether the end has come. */
  boolean isFound() {
    return found;
  }
}
