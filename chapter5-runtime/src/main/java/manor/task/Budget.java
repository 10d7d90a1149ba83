package manor.task;

/**
 * How much a task may do in one poll before it must let the others have their turn. A guest whose
 * letters never stop would otherwise keep the whole household to himself.
 *
 * <p>Threads: the one that polls the task.
 */
public final class Budget {
  /** How many things may come of one poll. */
  public static final int SIZE = 128;

  private final int size;
  private int left;

  /** A full budget of {@code size}. */
  public Budget(int size) {
    this.size = size;
    this.left = size;
  }

  /** As good as no limit. */
  static Budget unlimited() {
    return new Budget(Integer.MAX_VALUE);
  }

  /** Full again: before every poll of the task. */
  public void refill() {
    left = size;
  }

  boolean isSpent() {
    return left == 0;
  }

  void spend() {
    if (left > 0) {
      left--;
    }
  }
}
