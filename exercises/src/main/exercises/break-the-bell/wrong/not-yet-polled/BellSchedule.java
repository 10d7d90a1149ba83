package manor.exercises.breakthebell;

import java.util.List;

/** The evening on which a careless bell loses a ring. */
final class BellSchedule {
  private BellSchedule() {}

  /** Who does what, in this order. */
  static List<String> steps() {
    return List.of("anna comes", "bert comes", "bert polls", "ring", "anna leaves");
  }
}
