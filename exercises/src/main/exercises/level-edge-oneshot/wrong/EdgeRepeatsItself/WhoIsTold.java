package manor.exercises.leveledgeoneshot;

/**
 * Seven moments. In each the guest has been put on an empty list, has sent ten bytes, and the
 * steward has been told of him once. What does the next wait tell?
 */
final class WhoIsTold {
  private WhoIsTold() {}

  /**
   * 1. Level. The steward has read four of the ten bytes.
   *
   * <p>a: the guest is ready. b: nothing.
   */
  static String levelHalfRead() {
    return "a";
  }

  /**
   * 2. Edge. The steward has read four of the ten bytes.
   *
   * <p>a: the guest is ready. b: nothing.
   */
  static String edgeHalfRead() {
    return "a";
  }

  /**
   * 3. Edge. The steward has read four of the ten bytes, and then the guest has sent two more.
   *
   * <p>a: the guest is ready. b: nothing.
   */
  static String edgeAndMoreCame() {
    return "a";
  }

  /**
   * 4. Edge. The steward has read nothing, and has called modifyInterest with the same interest.
   *
   * <p>a: the guest is ready. b: nothing.
   */
  static String edgeSetAgain() {
    return "a";
  }

  /**
   * 5. Oneshot. The steward has read all ten bytes, and then the guest has sent two more.
   *
   * <p>a: the guest is ready. b: nothing.
   */
  static String oneshotAndMoreCame() {
    return "b";
  }

  /**
   * 6. Oneshot. As before; and then the steward has called modifyInterest with the same interest.
   *
   * <p>a: the guest is ready. b: nothing yet, only what comes from now on will be told.
   */
  static String oneshotArmedLate() {
    return "a";
  }

  /**
   * 7. Level, interested in reading only. The steward has read all ten bytes, and then the guest
   * has closed his end.
   *
   * <p>a: the guest is ready, and will be at every wait until the steward closes. b: the guest is
   * ready, this once. c: nothing, for there is nothing to read.
   */
  static String levelAndTheGuestHasLeft() {
    return "a";
  }
}
