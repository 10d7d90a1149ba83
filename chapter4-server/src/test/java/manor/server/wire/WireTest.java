package manor.server.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manor.epoll.Clock;
import manor.server.ManorHandler;
import manor.server.Server;
import manor.server.ServerObserver;
import manor.server.ServerOptions;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of the corpus, in every mode, put to a running server. One test a case. */
@RealKernel
class WireTest {
  private static WireRun run;

  private static Server server;
  private static Thread thread;

  @BeforeAll
  static void startServer(Kernel kernel) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ServerOptions options = ServerOptions.DEFAULT.withAddress(anyPort);
    ManorHandler handler = new ManorHandler(kernel, Path.of("target", "no-book"));
    server = Server.open(kernel, Clock.system(), options, handler, ServerObserver.NONE);
    thread = new Thread(server::run, "server");
    thread.start();
    run = new WireRun(server.address());
  }

  @AfterAll
  static void stopServer() throws InterruptedException {
    run.close();
    server.stop();
    thread.join();
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
