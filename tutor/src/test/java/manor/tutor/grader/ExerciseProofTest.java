package manor.tutor.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import manor.tutor.workbench.Catalog;
import manor.tutor.workbench.Exercise;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exercise is sound: see {@link Proof}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExerciseProofTest {
  private static final int RUNS = Integer.getInteger("exercise.runs", 10);

  private final Catalog catalog = Catalog.ofThisProgram();
  private final Grader grader = new Grader(catalog, new Pupils(Pupils.Keeping.WARM));
  private final BookAnchors anchors = new BookAnchors();

  @AfterAll
  void endTheOtherJvms() {
    grader.close();
  }

  Stream<String> exercises() {
    return catalog.all().stream()
        .map(Exercise::id)
        .filter(id -> System.getProperty("exercise", id).equals(id));
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void theExerciseIsSound(String id) {
    Exercise exercise = catalog.find(id).orElseThrow();
    List<String> complaints = new Proof(catalog, grader).complaints(exercise, RUNS);
    assertTrue(complaints.isEmpty(), () -> "\n" + String.join("\n\n", complaints));
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void itsPlaceInTheBookIsThere(String id) throws IOException {
    String place = catalog.find(id).orElseThrow().book();
    assertTrue(anchors.has(place), () -> id + ": the book has no " + place);
  }

  @Test
  void noTwoExercisesStandAtTheSamePlace() {
    List<Integer> orders = catalog.all().stream().map(Exercise::order).toList();
    assertEquals(orders.stream().distinct().toList(), orders);
  }
}
