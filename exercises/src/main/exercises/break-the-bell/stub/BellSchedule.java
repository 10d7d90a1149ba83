package manor.exercises.breakthebell;

import java.util.List;
import manor.exercises.Todo;

/** The evening on which a careless bell loses a ring. */
final class BellSchedule {
  private BellSchedule() {}

  /** Who does what, in this order: "anna comes", "anna polls", "anna leaves", "ring". */
  static List<String> steps() {
    throw Todo.yours("steps: write the evening on which the careless bell loses a ring");
  }
}
