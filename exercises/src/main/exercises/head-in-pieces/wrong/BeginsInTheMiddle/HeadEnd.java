package manor.exercises.headinpieces;

/** Finds the end of a head, behind the first CRLF CRLF, in bytes that come in any pieces. */
final class HeadEnd {
  private int inARow = 2;

  /**
   * Takes the next piece.
   *
   * @return how many of its bytes belong to the head
   */
  int take(byte[] piece) {
    int taken = 0;
    while (taken < piece.length && inARow < 4) {
      byte octet = piece[taken++];
      boolean fits = octet == (inARow % 2 == 0 ? '\r' : '\n');
      inARow = fits ? inARow + 1 : octet == '\r' ? 1 : 0;
    }
    return taken;
  }

  /** Whether the end has come. */
  boolean isFound() {
    return inARow == 4;
  }
}
