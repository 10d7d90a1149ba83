package manor.tutor.grader;

import manor.tutor.workbench.Catalog;
import manor.tutor.workbench.Exercise;

/** Answers to one exercise, given where its stub stands, and judged. */
final class Attempts implements AutoCloseable {
  private final Catalog catalog = Catalog.ofThisProgram();
  private final Exercise exercise;
  private final Grader grader = new Grader(catalog, new Pupils(Pupils.Keeping.WARM));

  Attempts(String id) {
    exercise = catalog.find(id).orElseThrow();
  }

  Exercise exercise() {
    return exercise;
  }

  /** The student's file with this in the place of the stub's first task. */
  String withBody(String body) {
    String stub = catalog.stub(exercise);
    int start = stub.indexOf("throw Todo.yours(");
    int end = stub.indexOf("\");", start) + 3;
    return stub.substring(0, start) + body + stub.substring(end);
  }

  Verdict judgeBody(String body) {
    return judge(withBody(body));
  }

  Verdict judge(String text) {
    return grader.judge(exercise, text);
  }

  /** The house's own answer with something changed in it. */
  Verdict judgeSolutionWith(String old, String changed) {
    String solution = catalog.solution(exercise);
    if (!solution.contains(old)) {
      throw new IllegalArgumentException(exercise.className() + " has no " + old);
    }
    return judge(solution.replace(old, changed));
  }

  Verdict judgeSolution() {
    return judge(catalog.solution(exercise));
  }

  @Override
  public void close() {
    grader.close();
  }
}
