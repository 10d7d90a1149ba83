package manor.benchmarks.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import manor.benchmarks.load.Load;
import manor.benchmarks.load.LoadGenerator;
import manor.epoll.Clock;
import manor.syscall.ErrnoException;
import manor.syscall.LinuxKernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every server that can be measured here answers, in every way in which it is measured. */
@RealKernel
class SubjectsTest {
  @TempDir private static Path folder;

  private final List<String> leftOut = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> everyServerAnswersHttp() throws IOException {
    List<Load> loads =
        List.of(Load.keepAlive(3), Load.pipelined(2, 16), Load.fresh(3), Load.upload(2, 300_000));
    return new Roster(folder, leftOut::add)
        .http().stream().map(each -> dynamicTest(each.name(), () -> ask(each, taken(each, loads))));
  }

  /** The hello of chapter 5 takes no bodies. */
  private static List<Load> taken(Subject subject, List<Load> loads) {
    return subject.name().equals("runtime") ? loads.subList(0, loads.size() - 1) : loads;
  }

  @TestFactory
  Stream<DynamicTest> everyEchoSaysWhatItHears() throws IOException {
    List<Load> loads = List.of(Load.echo(1, 64), Load.echo(20, 5000));
    return new Roster(folder, leftOut::add)
        .echo().stream().map(each -> dynamicTest(each.name(), () -> ask(each, loads)));
  }

  @TestFactory
  Stream<DynamicTest> everyWayToWaitServes() throws IOException {
    List<Load> loads = List.of(Load.keepAlive(20));
    return new Roster(folder, leftOut::add)
        .waiting().stream()
            .filter(each -> each.name().contains("-"))
            .map(each -> dynamicTest(each.name(), () -> ask(each, loads)));
  }

  private static void ask(Subject subject, List<Load> loads) throws IOException, ErrnoException {
    SubjectProcess server = SubjectProcess.start(subject, folder.resolve("subjects.log"));
    try (server) {
      for (Load load : loads) {
        askTwice(server, load);
      }
      assertTrue(server.residentBytes() > 0);
      assertTrue(server.cpu().toNanos() > 0);
    }
    assertEquals(0, server.residentBytes(), "it has ended");
  }

  private static void askTwice(SubjectProcess server, Load load) throws ErrnoException {
    try (LoadGenerator guests =
        new LoadGenerator(LinuxKernel.open(), Clock.system(), server.address(), load)) {
      assertNull(guests.settle().error());
      assertEquals((long) load.connections() * load.depth(), guests.settle().answers());
    }
  }
}
