package manor.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TimetableTest {
  private static final long SECOND = 1_000_000_000;

  private final Timetable table = new Timetable(5 * SECOND, 1000, 4);

  @Test
  void requestsAreDueEvenlyOverAllLines() {
    assertEquals(5 * SECOND, table.due(0, 0));
    assertEquals(5 * SECOND + 1_000_000, table.due(1, 0));
    assertEquals(5 * SECOND + 4_000_000, table.due(0, 1));
  }

  @Test
  void theFirstIsDueAtTheStartAndNoneBefore() {
    assertEquals(0, table.dueBy(5 * SECOND - 1));
    assertEquals(1, table.dueBy(5 * SECOND));
  }

  @Test
  void asManyAreDueAsTheRateSays() {
    assertEquals(1000, table.dueBy(6 * SECOND - 1));
    assertEquals(1001, table.dueBy(6 * SECOND));
  }

  @Test
  void aRateThatDividesNoSecondDoesNotDrift() {
    Timetable thirds = new Timetable(0, 3, 1);
    assertEquals(1000 * SECOND, thirds.due(0, 3000));
    assertEquals(3001, thirds.dueBy(1000 * SECOND));
  }
}
