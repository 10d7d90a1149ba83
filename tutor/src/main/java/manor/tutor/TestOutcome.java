package manor.tutor;

/**
 * How one test, or one case of a test, ended.
 *
 * @param type the test class
 * @param method the test method, without parameters
 * @param ending passed, failed or skipped
 * @param message why it failed or was skipped, else empty
 * @param place the file and line in the test where it failed, else empty
 */
record TestOutcome(String type, String method, Ending ending, String message, String place) {
  enum Ending {
    PASSED,
    FAILED,
    SKIPPED
  }

  boolean is(Ending wanted) {
    return ending == wanted;
  }
}
