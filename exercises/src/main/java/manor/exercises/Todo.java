package manor.exercises;

/**
 * What a stub throws: here is your task. The tutor shows it as a task and not as a failure.
 *
 * <pre>
 *   throw Todo.yours("modifyInterest: tell the kernel what this guest now waits for");
 * </pre>
 */
public final class Todo extends RuntimeException {
  private static final long serialVersionUID = 1;

  private Todo(String task) {
    super(task);
  }

  /**
   * A task still to be done.
   *
   * @param task what is wanted, in a sentence
   */
  public static Todo yours(String task) {
    return new Todo(task);
  }
}
