package manor.exercises.whomovesnext;

/** Five scenes at the server. What happens next? */
final class WhoMovesNext {
  private WhoMovesNext() {}

  /**
   * 1. Halting sends his request one byte at a time, one each millisecond. Swift comes after
   * Halting's first byte and sends a whole request at once. Who is answered first?
   *
   * <p>a: Halting, for he came first. b: Swift. c: Both at the same time, when Halting has
   * finished.
   */
  static String halting() {
    return "b";
  }

  /**
   * 2. Anna is let in before Bert. Later both send a request before the steward asks again, Bert
   * first. One list of events names both. Who is answered first?
   *
   * <p>a: Anna, whose token is smaller. b: Bert, who was ready first. c: Whoever has the shorter
   * request.
   */
  static String sameList() {
    return "c";
  }

  /**
   * 3. The handler of one request sleeps for a second. Ten milliseconds after it began, another
   * guest asks for something that takes no time. When is he answered?
   *
   * <p>a: At once: other guests go on meanwhile. b: When the second is over. c: Never: his request
   * is lost.
   */
  static String sleeper() {
    return "b";
  }

  /**
   * 4. Twenty guests sit there and say nothing; one sends a request. How many system calls does it
   * cost?
   *
   * <p>a: 3: wait, read, write. b: 23: those, and a look at each of the silent. c: 22: a read of
   * everyone who is there, and a write.
   */
  static String silent() {
    return "a";
  }

  /**
   * 5. Fickle sends half a request, and closes. How does the steward learn of it?
   *
   * <p>a: He is told that Fickle is readable, and read answers 0. b: Only when patience ends, ten
   * seconds later. c: With his next write to him, which answers EPIPE.
   */
  static String fickle() {
    return "a";
  }
}
