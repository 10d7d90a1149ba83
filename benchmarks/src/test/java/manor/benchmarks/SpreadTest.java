package manor.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void theMedianIsTheMiddleOne() {
    assertEquals(new Spread(3, 1, 90), Spread.of(List.of(90.0, 3.0, 1.0)));
  }

  @Test
  void ofAnEvenNumberItIsBetweenTheTwoInTheMiddle() {
    assertEquals(new Spread(2.5, 1, 4), Spread.of(List.of(4.0, 1.0, 3.0, 2.0)));
  }

  @Test
  void noValueHasNoSpread() {
    assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
  }

  /** A noisy round disturbs both sides of its ratio alike. */
  @Test
  void ratiosAreTakenRoundByRound() {
    assertEquals(
        new Spread(2, 2, 2), Spread.ofRatios(List.of(2.0, 20.0, 6.0), List.of(1.0, 10.0, 3.0)));
  }

  @Test
  void thereIsAnOrderOnlyWhereNoValuesOverlap() {
    Spread low = Spread.of(List.of(1.0, 2.0));
    assertTrue(low.isApartFrom(Spread.of(List.of(2.1, 3.0))));
    assertTrue(Spread.of(List.of(2.1, 3.0)).isApartFrom(low));
    assertFalse(low.isApartFrom(Spread.of(List.of(2.0, 3.0))));
  }
}
