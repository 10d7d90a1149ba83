package manor.doctor;

/**
 * What is wrong with one task.
 *
 * @param ailment the kind
 * @param task its number
 * @param fd the descriptor it is about, or {@link #NO_FD}
 * @param step the step of the ledger at which it went wrong
 * @param words all of it in a sentence or two, naming tasks, steps and descriptors
 */
public record Diagnosis(Ailment ailment, long task, int fd, long step, String words) {
  /** It is not about a descriptor. */
  public static final int NO_FD = -1;

  /** The kind, the words, and what helps: three lines. */
  @Override
  public String toString() {
    return ailment.title() + ": " + words + "\n  " + ailment.remedy();
  }
}
