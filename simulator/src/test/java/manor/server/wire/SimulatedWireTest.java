package manor.server.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manor.http.Response;
import manor.http.Status;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every case that the real server passes, in every mode, on the simulated kernel. */
class SimulatedWireTest {
  private static final List<WireCase> CASES = WireCorpus.load();

  @TestFactory
  Stream<DynamicContainer> everyCaseInEveryMode() {
    TreeMap<String, List<WireCase>> groups =
        CASES.stream()
            .collect(Collectors.groupingBy(WireCase::group, TreeMap::new, Collectors.toList()));
    return groups.entrySet().stream()
        .map(
            group ->
                dynamicContainer(
                    group.getKey(),
                    group.getValue().stream()
                        .map(wire -> dynamicTest(wire.name(), () -> passesInEveryMode(wire)))));
  }

  private static void passesInEveryMode(WireCase wire) {
    SimulatedWireRun run = new SimulatedWireRun(wire, WireWorld::manor);
    for (WireMode.Kind kind : WireMode.Kind.values()) {
      for (WireVerdict verdict : run.judge(kind)) {
        assertTrue(verdict.passed(), verdict::toString);
      }
    }
  }

  /** The examiner is examined: with a server that says the same to everything. */
  @ParameterizedTest
  @CsvSource({
    "host/missing, WHOLE, true",
    "host/missing, BYTE, true",
    "method/get, WHOLE, false",
    "content-length/five, WHOLE, false",
    "content-length/five, BYTE, false",
    "content-length/five, CUT, false",
    "content-length/five, FIN, false",
    "content-length/five, RST, true",
  })
  void aServerThatSaysTheSameToEverythingPassesOnlyWhatItDeserves(
      String name, WireMode.Kind kind, boolean passes) {
    WireCase wire = CASES.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    Response same = Response.text(Status.OK, "Hm.");
    List<WireVerdict> verdicts = new SimulatedWireRun(wire, kernel -> request -> same).judge(kind);
    assertEquals(passes, verdicts.stream().allMatch(WireVerdict::passed), verdicts::toString);
  }
}
