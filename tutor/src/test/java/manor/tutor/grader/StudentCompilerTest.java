package manor.tutor.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import manor.tutor.workbench.Catalog;
import manor.tutor.workbench.Exercise;
import org.junit.jupiter.api.Test;

class StudentCompilerTest {
  private final Catalog catalog = Catalog.ofThisProgram();
  private final Exercise exercise = catalog.find("modify-interest").orElseThrow();

  private Compiled compiled(Duration patience) {
    String text = catalog.stub(exercise);
    return new StudentCompiler(HouseClasses.jars(), patience)
        .compile(exercise, new AllowList(exercise, List.of()), text, text);
  }

  @Test
  void whatTheCompilerNeverEndsWithDoesNotCompile() {
    Compiled compiled = compiled(Duration.ZERO);
    assertEquals(Map.of(), compiled.classes());
    assertEquals(
        "the compiler did not come to an end. Write it more simply.",
        compiled.faults().get(0).message());
  }

  @Test
  void aFaultFarToTheRightIsShownWithItsSurroundings() {
    CompileFault fault = new CompileFault(7, 203, "wrong", "-".repeat(200) + "= x;");
    String[] lines = fault.text("Epoll.java").split("\n");
    assertEquals("Epoll.java:7: wrong", lines[0]);
    assertEquals('x', lines[1].charAt(lines[2].indexOf('^')));
    assertEquals("..." + "-".repeat(36) + "= x;", lines[1]);
  }
}
