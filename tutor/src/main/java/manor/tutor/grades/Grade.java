package manor.tutor.grades;

import manor.tutor.grader.Verdict;

/**
 * A verdict, and what it is worth.
 *
 * @param verdict what became of the attempt
 * @param of the points it could earn
 */
public record Grade(Verdict verdict, int of) {
  /** The points it earns: all, or none. */
  public int points() {
    return verdict.isPassed() ? of : 0;
  }

  /** The exercise. */
  String id() {
    return verdict.exercise().id();
  }
}
