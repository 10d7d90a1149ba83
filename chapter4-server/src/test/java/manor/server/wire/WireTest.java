package manor.server.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of the corpus, in every mode, put to a running server. One test a case. */
class WireTest {
  private static WireRun run;

  /**
   * The server under test, started and listening.
   *
   * <p>PLUG IN HERE: start chapter 4's server on a free port and return its address.
   */
  private static Supplier<InetSocketAddress> startServer() {
    String target = System.getProperty("wire.target", "");
    assumeTrue(!target.isEmpty(), "no server: run with -Dwire.target=host:port");
    return () -> WireMain.address(target);
  }

  @BeforeAll
  static void connect() {
    run = new WireRun(startServer().get());
  }

  @AfterAll
  static void disconnect() {
    if (run != null) {
      run.close();
    }
  }

  @TestFactory
  Stream<DynamicContainer> sentWhole() {
    return everyCase(WireMode.Kind.WHOLE);
  }

  @TestFactory
  Stream<DynamicContainer> sentByteByByte() {
    return everyCase(WireMode.Kind.BYTE);
  }

  @TestFactory
  Stream<DynamicContainer> cutAnywhere() {
    return everyCase(WireMode.Kind.CUT);
  }

  @TestFactory
  Stream<DynamicContainer> endedByFinAnywhere() {
    return everyCase(WireMode.Kind.FIN);
  }

  @TestFactory
  Stream<DynamicContainer> endedByResetAnywhere() {
    return everyCase(WireMode.Kind.RST);
  }

  private static Stream<DynamicContainer> everyCase(WireMode.Kind kind) {
    TreeMap<String, List<DynamicTest>> groups =
        WireCorpus.load().stream()
            .collect(
                Collectors.groupingBy(
                    WireCase::group,
                    TreeMap::new,
                    Collectors.mapping(wire -> test(wire, kind), Collectors.toList())));
    return groups.entrySet().stream()
        .map(group -> dynamicContainer(group.getKey(), group.getValue()));
  }

  private static DynamicTest test(WireCase wire, WireMode.Kind kind) {
    return dynamicTest(
        wire.name() + " (" + wire.level() + ")",
        () -> {
          WireVerdict verdict = run.judge(wire, kind);
          assertTrue(verdict.passed(), verdict::toString);
        });
  }
}
