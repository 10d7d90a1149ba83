package manor.exercises.headinpieces;

/** Finds the end of a head, behind the first CRLF CRLF, in bytes that come in any pieces. */
final class HeadEnd {
  private String all = "";

  /**
   * Takes the next piece.
   *
   * @return how many of its bytes belong to the head
   */
  int take(byte[] piece) {
    if (isFound()) {
      return 0;
    }
    int before = all.length();
    all += new String(piece, java.nio.charset.StandardCharsets.ISO_8859_1);
    return isFound() ? all.indexOf("\r\n\r\n") + 4 - before : piece.length;
  }

  /** Whether the end has come. */
  boolean isFound() {
    return all.contains("\r\n\r\n");
  }
}
