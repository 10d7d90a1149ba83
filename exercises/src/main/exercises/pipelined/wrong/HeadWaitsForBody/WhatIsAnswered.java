package manor.exercises.pipelined;

/** Two requests and a half come with one read. What does the server make of them? */
final class WhatIsAnswered {
  private WhatIsAnswered() {}

  /**
   * 1. The parser is fed all of it. How often does it answer HEAD?
   *
   * <p>a: once. b: twice. c: three times.
   */
  static String heads() {
    return "b";
  }

  /**
   * 2. And how often COMPLETE?
   *
   * <p>a: once; the rest waits for the next read. b: twice. c: three times.
   */
  static String complete() {
    return "b";
  }

  /**
   * 3. The server has read, and nothing more has come. How many answers has it sent?
   *
   * <p>a: none; it waits until all it has read is complete. b: one, to /a; the guest has to ask
   * again for /b. c: two.
   */
  static String answers() {
    return "c";
  }

  /**
   * 4. With how many calls of write did it send them?
   *
   * <p>a: one. b: one for each answer. c: two for each answer, head and content.
   */
  static String writes() {
    return "a";
  }

  /**
   * 5. In which state is the connection now?
   *
   * <p>a: KEEPING_ALIVE. b: READING_HEAD. c: READING_BODY.
   */
  static String state() {
    return "c";
  }

  /**
   * 6. Now come the bytes {@code GET /d HTTP/1.1\r\nHost: m\r\n\r\n}. What does the server make of
   * them?
   *
   * <p>a: /c is never finished; /d is answered. b: the body of /c is "helGE", and what is left, "T
   * /d HTTP/1.1", is a request with the method T. c: the bytes are refused, for a body was
   * expected.
   */
  static String whatFollows() {
    return "b";
  }
}
