package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandTest {
  @TempDir Path folder;

  @Test
  @RealKernel
  void aRunIsRecordedStepByStepWithItsCode() throws IOException {
    Path file = folder.resolve("run.jsonl");
    Typed typed = Typed.manor("trace", "chapter5", "byte", "--out", file.toString());
    assertEquals(0, typed.status(), typed.err());
    List<String> steps = Files.readAllLines(file);
    assertTrue(typed.out().startsWith(steps.size() + " steps are recorded."), typed.out());
    assertTrue(
        steps.stream()
            .anyMatch(
                step ->
                    step.contains("\"what\":\"taskPolled\"")
                        && step.contains("\"code\":\"ledger.taskPolled(id);\"")
                        && step.contains("\"at\":\"Task.poll:")),
        () -> String.join("\n", steps));
  }

  @Test
  @RealKernel
  void whatIsSaidAndCalledIsPlacedInTheProgramThatRan() throws IOException {
    Path file = folder.resolve("run.jsonl");
    for (String run : List.of("chapter1 calls SyscallDemo", "chapter4 full-house FullHouse")) {
      String[] words = run.split(" ");
      Typed typed = Typed.manor("trace", words[0], words[1], "--out", file.toString());
      assertEquals(0, typed.status(), typed.err());
      List<String> steps = Files.readAllLines(file);
      for (String step : steps.subList(1, steps.size())) {
        assertTrue(step.contains("\"code\":"), step);
        assertTrue(step.contains(words[2] + "."), step);
        for (String other : List.of("TraceCommand", "Tracing.", "Narrator", "GatedKernel")) {
          assertFalse(step.contains(other), step);
        }
      }
    }
  }

  @Test
  @RealKernel
  void aCallThatTheRunPrintsIsNotASentenceToo() throws IOException {
    Path file = folder.resolve("run.jsonl");
    Typed typed = Typed.manor("trace", "chapter1", "calls", "--out", file.toString());
    assertEquals(0, typed.status(), typed.err());
    List<String> steps = Files.readAllLines(file);
    assertEquals(1, steps.stream().filter(step -> step.contains("write(")).count());
    assertEquals(1, steps.stream().filter(step -> step.contains("socketpair(AF_UNIX")).count());
    assertTrue(typed.out().contains("steps are recorded."), typed.out());
  }

  @Test
  @RealKernel
  void aPageHasThePlayerAndTheCodeInIt() throws IOException {
    Path file = folder.resolve("run.html");
    Typed typed = Typed.manor("trace", "chapter2", "three-ways", "--out", file.toString());
    assertEquals(0, typed.status(), typed.err());
    assertTrue(typed.out().contains("Open it in a browser: " + file.toUri()), typed.out());
    String page = Files.readString(file);
    assertTrue(page.contains("<h1>Level, edge and oneshot, call by call</h1>"), page);
    assertTrue(page.contains("\"words\":\"A letter comes. Who tells of it?\""));
    assertTrue(page.contains("\"Epoll.ask:"));
  }

  @Test
  void aWrongNameIsAnsweredWithThoseThereAre() {
    assertRefused("which run of chapter2? It has readiness, ", "trace", "chapter2");
    assertRefused("chapter2 has no nothing; it has readiness, ", "trace", "chapter2", "nothing");
    assertRefused("there is no chapter9; there are chapter1, ", "trace", "chapter9");
  }

  @Test
  void aFileThatCannotBeWrittenIsToldBeforeAnythingRuns() throws IOException {
    Path text = folder.resolve("run.txt");
    assertRefused("name it run.html or run.jsonl", byteInto(text));
    assertRefused("there is no folder", byteInto(folder.resolve("none/run.html")));
    assertRefused("is a folder", byteInto(Files.createDirectory(folder.resolve("full.html"))));
    assertRefused("--port must be", "trace", "serve", "--port", "70000");
  }

  private static String[] byteInto(Path file) {
    return new String[] {"trace", "chapter5", "byte", "--out", file.toString()};
  }

  private static void assertRefused(String part, String... typed) {
    Typed answer = Typed.manor(typed);
    assertTrue(answer.status() != 0);
    assertTrue(answer.err().contains(part), answer.err());
    assertEquals("", answer.out());
  }
}
