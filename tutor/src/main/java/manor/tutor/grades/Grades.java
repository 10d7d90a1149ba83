package manor.tutor.grades;

import java.util.List;

/**
 * The verdicts on one student's work.
 *
 * @param name the student's folder; empty for the work of this tree
 * @param grades in the order of the course
 */
public record Grades(String name, List<Grade> grades) {
  /** The points earned. */
  public int points() {
    return grades.stream().mapToInt(Grade::points).sum();
  }

  /** The points there are. */
  public int of() {
    return grades.stream().mapToInt(Grade::of).sum();
  }

  /** Whether every exercise is done. There is always at least one. */
  public boolean allPassed() {
    return !grades.isEmpty() && grades.stream().allMatch(grade -> grade.verdict().isPassed());
  }
}
