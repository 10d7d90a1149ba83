package manor.tutor;

import manor.tutor.grader.Grader;
import manor.tutor.grader.Pupils;
import manor.tutor.workbench.Catalog;
import manor.tutor.workbench.Exercise;

/** Goes through all that a verdict takes, once, so that its classes are loaded. */
final class Rehearsal {
  private Rehearsal() {}

  static void run() {
    Catalog catalog = Catalog.ofThisProgram();
    if (catalog.all().isEmpty()) {
      return;
    }
    Exercise exercise = catalog.all().get(0);
    try (Grader grader = new Grader(catalog, new Pupils(Pupils.Keeping.WARM))) {
      grader.rehearse(exercise);
      grader.judge(exercise, catalog.stub(exercise));
    }
  }
}
