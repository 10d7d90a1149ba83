package manor.exercises.wouldblock;

/** Five moments, one read at each of them. What does the kernel answer? */
final class WhatReadAnswers {
  private WhatReadAnswers() {}

  /**
   * 1. The friend has not written anything yet.
   *
   * <p>a: 0, no bytes were read. b: -11, EAGAIN. c: nothing; the call waits until something comes.
   */
  static String beforeTheLetter() {
    return "b";
  }

  /**
   * 2. The friend has written ten bytes; the prince offers room for 64.
   *
   * <p>a: 10. b: 64. c: nothing; the call waits until 64 bytes have come.
   */
  static String aShortLetter() {
    return "a";
  }

  /**
   * 3. All ten bytes have been read; the friend is still there and says no more.
   *
   * <p>a: 0, the end. b: -11, EAGAIN. c: 10 again, the same bytes.
   */
  static String afterTheLetter() {
    return "b";
  }

  /**
   * 4. The friend writes three bytes and closes his end. The prince reads, and reads again. What
   * does the second read answer?
   *
   * <p>a: 0. b: -11, EAGAIN. c: -104, ECONNRESET.
   */
  static String afterTheFarewell() {
    return "a";
  }

  /**
   * 5. The prince closes his own end, and reads from its old number once more.
   *
   * <p>a: 0. b: -11, EAGAIN. c: -9, EBADF.
   */
  static String afterHisOwnClose() {
    return "b";
  }
}
