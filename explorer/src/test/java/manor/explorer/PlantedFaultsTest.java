package manor.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an exploration is worth: faults planted in copies of the runtime's classes are found. */
class PlantedFaultsTest {

  @ParameterizedTest
  @MethodSource({
    "manor.explorer.IoFaults#all",
    "manor.explorer.RuntimeFaults#all",
    "manor.explorer.TaskFaults#all"
  })
  void isFoundAndFoundAgain(Planted fault) throws Exception {
    Map<String, byte[]> broken = fault.classes();
    Finding found = new Explorer(fault.in().type(), broken).explore(Bounds.USUAL).finding();
    assertNotNull(found, () -> "no order of " + fault.in() + " shows it");
    assertFalse(found.steps().isEmpty());
    assertEquals(
        found.problem(),
        new Explorer(fault.in().type(), broken).replay(found.schedule()).problem());
  }

  @Test
  void whatIsFoundAtRandomIsMadeShorter() throws Exception {
    Planted fault =
        TaskFaults.all().filter(f -> f.what().contains("wait for room")).toList().get(0);
    Bounds atRandom = new Bounds(0, 1, 1, 400);
    Finding found = new Explorer(fault.in().type(), fault.classes()).explore(atRandom).finding();
    long interruptions = found.schedule().chars().filter(c -> c == '>').count();
    assertTrue(interruptions <= 2, found.schedule());
  }
}
