package manor.tutor.workbench;

/** An exercise is not as it should be: a fault of the house, never of the student. */
public final class BrokenExerciseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Says what is wrong.
   *
   * @param message names the exercise and the file
   */
  public BrokenExerciseException(String message) {
    super(message);
  }
}
