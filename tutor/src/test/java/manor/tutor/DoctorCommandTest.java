package manor.tutor;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import manor.syscall.RealKernel;
import manor.task.JsonLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir private Path folder;

  private final List<String> lines = new ArrayList<>();
  private final JsonLedger ledger = new JsonLedger(lines::add);

  private Typed examined() throws IOException {
    Path file = Files.write(folder.resolve("run.jsonl"), lines);
    return Typed.manor("doctor", file.toString());
  }

  @Test
  void anIllTaskIsNamedWithItsStep() throws IOException {
    ledger.taskSpawned(3);
    ledger.taskPolled(3);
    ledger.taskPending(3);
    ledger.turnStarted(-1);
    Typed typed = examined();
    assertEquals(1, typed.status());
    assertTrue(typed.out().startsWith("never registered"), typed.out());
    assertTrue(typed.out().contains("task 3 returned Pending at step 3"), typed.out());
  }

  @Test
  void whereAllIsWellEveryTaskHasAPlace() throws IOException {
    ledger.taskSpawned(1);
    ledger.taskPolled(1);
    ledger.taskReady(1);
    ledger.taskSpawned(2);
    Typed typed = examined();
    assertEquals(0, typed.status());
    assertEquals(
        List.of("All is well.", "  task 2 was never polled"), typed.out().lines().toList());
  }

  @Test
  void aRecordingWithoutATaskIsNotWellButRefused() throws IOException {
    ledger.syscall("read(3, 0x7f00, 1) = -11");
    Typed typed = examined();
    assertEquals(1, typed.status());
    assertTrue(typed.err().contains("no task is in "), typed.err());
    assertTrue(typed.err().contains("./manor trace chapter5 stuck --out run.jsonl"), typed.err());
  }

  @Test
  @RealKernel
  void whatIsRecordedOfThreeIllTasksIsWhatTheDoctorSaidAtTheirBeds() {
    Path file = folder.resolve("stuck.jsonl");
    Typed traced = Typed.manor("trace", "chapter5", "stuck", "--out", file.toString());
    assertEquals(0, traced.status(), traced.err());
    Typed typed = Typed.manor("doctor", file.toString());
    assertEquals(1, typed.status(), typed.out());
    assertEquals(
        Set.of("never registered", "waker dropped", "edge not drained"),
        typed.out().lines().filter(line -> line.length() < 20).collect(toSet()));
  }

  @Test
  void aFileThatIsNoLedgerIsRefusedInWords() throws IOException {
    lines.add("It was a dark and stormy night.");
    Typed typed = examined();
    assertEquals(1, typed.status());
    assertTrue(typed.err().contains("is no recording of a ledger"), typed.err());
    assertTrue(typed.err().contains("stormy"), typed.err());
  }

  @Test
  void aFileThatIsNotThereIsRefusedInWords() {
    Typed typed = Typed.manor("doctor", folder.resolve("none.jsonl").toString());
    assertEquals(1, typed.status());
    assertTrue(typed.err().contains("there is no file"), typed.err());
  }
}
