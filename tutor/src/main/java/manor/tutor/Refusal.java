package manor.tutor;

/** A command cannot go on, and its message tells the person who typed it why, in one line. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  Refusal(String message) {
    super(message, null, false, false);
  }
}
