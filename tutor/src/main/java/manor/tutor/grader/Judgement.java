package manor.tutor.grader;

/** How an attempt ended. Only one of these scores. */
public enum Judgement {
  /** Every test of the exercise ran, and passed. */
  PASSED("passed"),
  /** The stub's task is still to be done. */
  TASK("still to do"),
  /** A test failed. */
  FAILED("not right yet"),
  /** The file does not compile. */
  NOT_COMPILED("does not compile"),
  /** The file uses what an answer may not use. */
  FORBIDDEN("uses what an answer may not"),
  /** The run did not end. */
  STUCK("does not end"),
  /** The run took all memory. */
  OUT_OF_MEMORY("takes all memory"),
  /** The run ended without having run its tests. */
  NO_VERDICT("ended without a verdict"),
  /** There is no file to look at. */
  MISSING("not begun");

  private final String words;

  Judgement(String words) {
    this.words = words;
  }

  /** What a person reads. */
  public String words() {
    return words;
  }
}
