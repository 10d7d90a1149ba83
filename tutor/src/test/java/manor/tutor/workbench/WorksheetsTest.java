package manor.tutor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorksheetsTest {
  private final Catalog catalog = Catalog.ofThisProgram();
  private final Exercise exercise = catalog.find("modify-interest").orElseThrow();

  @TempDir private Path home;

  @Test
  void aFileIsMadeFromTheStubOnceAndNeverWrittenOver() throws IOException {
    Worksheets sheets = new Worksheets(home, catalog);
    Path file = sheets.ensure(exercise);
    assertEquals(catalog.stub(exercise), Files.readString(file));
    Files.writeString(file, "mine");
    sheets.ensure(exercise);
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void aResetKeepsWhatWasThere() throws IOException {
    Worksheets sheets = new Worksheets(home, catalog);
    Path file = sheets.ensure(exercise);
    Files.writeString(file, "first");
    Path first = sheets.reset(exercise);
    Files.writeString(file, "second");
    Path second = sheets.reset(exercise);
    assertNotEquals(first, second);
    assertEquals("first", Files.readString(first));
    assertEquals("second", Files.readString(second));
    assertEquals(catalog.stub(exercise), Files.readString(file));
  }

  @Test
  void aStubIsTheChaptersFileWithARegionTakenOut() {
    String stub = catalog.stub(exercise);
    assertTrue(stub.contains("import manor.exercises.Todo;\n"), stub);
    assertTrue(stub.contains("    // Yours from here.\n    throw Todo.yours("), stub);
    assertTrue(stub.contains("    // To here.\n"), stub);
    assertFalse(stub.contains("tag::"), stub);
    assertFalse(stub.contains("EPOLL_CTL_MOD, target"), stub);
  }

  @Test
  void aSolutionIsTheChaptersFileWithoutMarks() {
    String solution = catalog.solution(exercise);
    assertTrue(solution.contains("control(Linux.EPOLL_CTL_MOD, target, token, interest);"));
    assertFalse(solution.contains("tag::"), solution);
    assertEquals(
        "    control(Linux.EPOLL_CTL_MOD, target, token, interest);\n",
        catalog.solutionShown(exercise));
  }
}
