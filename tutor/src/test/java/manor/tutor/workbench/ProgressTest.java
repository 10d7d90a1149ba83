package manor.tutor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import manor.tutor.workbench.Progress.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
  private final Exercise exercise = Catalog.ofThisProgram().find("modify-interest").orElseThrow();

  @TempDir private Path folder;

  private Progress read() throws IOException {
    return Progress.read(folder);
  }

  private void write(String... lines) throws IOException {
    Files.write(folder.resolve("progress.txt"), List.of(lines));
  }

  @Test
  void aBeginnerHasNone() throws IOException {
    assertEquals(Mark.NONE, read().of(exercise));
    assertEquals(Optional.empty(), read().now());
  }

  @Test
  void whatIsKnownIsKnownTheNextTime() throws IOException {
    read().add(exercise, Mark.hints(2));
    read().add(exercise, Mark.PASSED);
    read().goTo(exercise);
    assertEquals(new Mark(true, false, 2), read().of(exercise));
    assertEquals(Optional.of("modify-interest"), read().now());
  }

  @Test
  void nothingThatWasReachedIsEverTakenBack() throws IOException {
    Progress progress = read();
    progress.add(exercise, Mark.PASSED);
    progress.add(exercise, Mark.GAVE_UP);
    progress.add(exercise, Mark.hints(1));
    assertTrue(read().of(exercise).passed());
  }

  @Test
  void linesThatNobodyUnderstandsAreToldOfAndKept() throws IOException {
    write("<<<<<<< HEAD", "modify-interest passed", "=======", "gone-exercise passed hints=1");
    Progress progress = read();
    assertEquals(List.of("<<<<<<< HEAD", "======="), progress.strangeLines());
    assertTrue(progress.of(exercise).passed());
    progress.goTo(exercise);
    List<String> kept = Files.readAllLines(progress.file());
    assertTrue(kept.containsAll(List.of("<<<<<<< HEAD", "=======")), kept::toString);
    assertTrue(kept.contains("gone-exercise passed hints=1"), kept::toString);
  }

  @Test
  void bytesThatAreNoTextAreNoFailure() throws IOException {
    Files.write(folder.resolve("progress.txt"), new byte[] {(byte) 0xff, 0, 10, (byte) 0xc3});
    assertFalse(read().strangeLines().isEmpty());
  }

  @Test
  void twoFilesMergedByHandCountTogether() throws IOException {
    write("modify-interest hints=3", "modify-interest passed");
    assertEquals(new Mark(true, false, 3), read().of(exercise));
  }

  @Test
  void theFileHoldsNoTimesAndNoPlaces() throws IOException {
    Progress progress = read();
    progress.add(exercise, Mark.PASSED);
    progress.goTo(exercise);
    assertEquals(
        List.of(
            "# Your progress through the exercises of Socket Manor.",
            "modify-interest passed",
            "now modify-interest"),
        Files.readAllLines(progress.file()));
  }

  @Test
  void whatAnotherCommandHasWrittenMeanwhileIsKept() throws IOException {
    Progress watch = read();
    read().add(exercise, Mark.PASSED);
    watch.goTo(exercise);
    assertTrue(read().of(exercise).passed());
  }
}
