package manor.explorer;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real classes, in every order that the bounds allow. */
class ScenariosTest {
  @ParameterizedTest
  @EnumSource
  void goesWellInEveryOrder(Scenarios scenario) {
    Expedition expedition = new Explorer(scenario.type(), Map.of()).explore(Bounds.USUAL);
    assertNull(expedition.finding());
  }
}
