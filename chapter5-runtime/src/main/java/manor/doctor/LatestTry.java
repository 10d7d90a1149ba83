package manor.doctor;

/**
 * The latest try to move something through a descriptor.
 *
 * @param step when
 * @param end how it went
 */
record LatestTry(long step, End end) {
  /** Nothing was tried yet. */
  static final LatestTry NONE = new LatestTry(0, End.MOVED);

  enum End {
    /** It would have blocked, or moved less than it was asked to: nothing is left. */
    DRAINED,
    /** It moved all it was asked to: there may be more. */
    FULL,
    /** It moved something; whether there is more is not known. */
    MOVED
  }

  boolean isLaterThan(long other) {
    return step > other;
  }
}
