package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExploreCommandTest {
  /** Looks first, and leaves its waker afterwards. */
  private static final String HASTY =
      """
      import manor.explorer.stage.*;
      import manor.task.*;

      public final class Hasty implements Scenario {
        private boolean told;

        @Override
        public void play(Stage stage) throws Exception {
          WakerSlot slot = new WakerSlot();
          stage.runtime();
          stage.actor("friend", () -> {
            told = true;
            slot.wake();
          });
          stage.runtime().blockOn(context -> {
            if (told) {
              return Poll.ready(null);
            }
            slot.store(context.waker());
            return Poll.pending();
          });
        }
      }
      """;

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("Hasty.java"), text);
  }

  @Test
  void aScenarioOfTheHouseGoesWell() {
    Typed typed = Typed.manor("explore", "ring", "--worlds", "10");
    assertEquals(0, typed.status());
    assertTrue(typed.out().matches("ring: \\d+ orders, all went well\\R"), typed.out());
  }

  @Test
  void aStudentsFaultIsShownStepByStepAndPlayedAgain() throws IOException {
    String file = file(HASTY).toString();
    Typed found = Typed.manor("explore", file);
    assertEquals(1, found.status());
    assertTrue(found.out().contains("runtime    is stopped before it touches"), found.out());
    assertTrue(found.out().contains("nobody can go on: runtime sleeps"), found.out());
    assertTrue(found.out().contains("woken before stored"), found.out());
    Matcher schedule = Pattern.compile("--replay '([^']+)'").matcher(found.out());
    assertTrue(schedule.find());
    Typed again = Typed.manor("explore", file, "--replay", schedule.group(1));
    assertEquals(1, again.status());
    assertEquals(afterTheFirstLine(found.out()), again.out());
  }

  private static String afterTheFirstLine(String text) {
    return text.substring(text.indexOf('\n') + 1);
  }

  @Test
  void whatDoesNotCompileIsRefusedInTheCompilersWords() throws IOException {
    Typed typed = Typed.manor("explore", file(HASTY.replace("told = true", "told = 1")).toString());
    assertEquals(1, typed.status());
    assertTrue(typed.err().contains("Hasty.java:"), typed.err());
    assertTrue(typed.err().contains("incompatible types"), typed.err());
  }

  @Test
  void whatIsNoScenarioIsRefusedInWords() throws IOException {
    Typed typed = Typed.manor("explore", file("public class Hasty {}").toString());
    assertEquals(1, typed.status());
    assertTrue(typed.err().contains("Hasty is not a Scenario"), typed.err());
  }

  @Test
  void anUnknownNameListsTheKnown() {
    Typed typed = Typed.manor("explore", "nobody");
    assertEquals(2, typed.status());
    assertTrue(typed.err().contains("there are ring, "), typed.err());
  }

  @Test
  void aScheduleThatIsNoneIsRefusedInWords() {
    Typed typed = Typed.manor("explore", "ring", "--replay", "twice");
    assertEquals(1, typed.status());
    assertTrue(typed.err().contains("not a schedule: twice"), typed.err());
    Typed foreign = Typed.manor("explore", "ring", "--replay", "7.1000>9");
    assertEquals(1, foreign.status());
    assertTrue(foreign.err().contains("not one of this scenario"), foreign.err());
  }
}
