package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @Test
  void aloneItShowsTheRoomsAndWhatToTypeNext(@TempDir Path home) {
    Typed typed = Typed.manor(home);
    assertEquals(0, typed.status());
    assertTrue(typed.out().contains("chapter2-epoll"), typed.out());
    assertTrue(typed.out().contains("Next: type ./manor serve"), typed.out());
  }

  @Test
  void theFirstScreenFitsATerminal() {
    assertEquals(0, Typed.manor().out().lines().filter(line -> line.length() > 80).count());
    assertTrue(Typed.manor().out().lines().count() < 24);
  }

  @Test
  void plainOutputHasNoEscapes() {
    assertEquals(-1, Typed.manor().out().indexOf('\033'));
  }

  @Test
  void aMistypedCommandIsGuessed() {
    Typed typed = Typed.manor("tset");
    assertEquals(2, typed.status());
    assertEquals(
        "manor: there is no command tset\nDid you mean: test?\nSee: ./manor --help\n",
        typed.err().replace("\r", ""));
  }

  @Test
  void aMistypedOptionIsGuessed() {
    Typed typed = Typed.manor("load", "--thread", "3");
    assertEquals(2, typed.status());
    assertTrue(typed.err().contains("Did you mean: --threads?"), typed.err());
  }

  @Test
  void aWordTooManyIsNotGuessed() {
    Typed typed = Typed.manor("load", "localhost", "b");
    assertEquals(2, typed.status());
    assertTrue(typed.err().startsWith("manor load: there is no place for b\nSee:"), typed.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "load", "bench", "book"})
  void everyCommandHasHelp(String command) {
    Typed typed = Typed.manor(command, "--help");
    assertAll(
        () -> assertEquals(0, typed.status()),
        () -> assertTrue(typed.out().startsWith("Usage: manor " + command), typed.out()),
        () -> assertEquals("", typed.err()));
  }

  @Test
  void theListOfCommandsSaysAWholeSentenceOfEach() {
    String help = Typed.manor("--help").out();
    String list = help.substring(help.indexOf("Commands:\n") + 10, help.indexOf("\n\nSet "));
    for (String command : list.split("\n(?=  \\S)")) {
      assertTrue(command.strip().endsWith("."), command);
    }
  }

  @Test
  void whatCannotBeMeasuredIsAnsweredWithWhatCan() {
    Typed typed = Typed.manor("bench", "servers");
    assertEquals(2, typed.status());
    assertTrue(
        typed.err().startsWith("manor bench: there is nothing to measure named 'servers'; there"),
        typed.err());
  }

  @Test
  void aGlanceIsNotRecordedForTheBook() {
    Typed typed = Typed.manor("bench", "server", "--quick", "--record");
    assertEquals(2, typed.status());
    assertTrue(typed.err().contains("--record without --quick"), typed.err());
  }

  @Test
  void anUnknownChapterIsAnsweredWithThoseThatStand() {
    Typed typed = Typed.manor("test", "chapter9");
    assertEquals(2, typed.status());
    assertTrue(
        typed.err().startsWith("manor test: there is no chapter 'chapter9'; there are chapter1-"),
        typed.err());
  }

  @Test
  void whatIsMissingOrNoNumberIsSaidPlainly() {
    assertTrue(Typed.manor("run").err().startsWith("manor run: CHAPTER is missing\n"));
    assertTrue(
        Typed.manor("simulate", "--seed", "x")
            .err()
            .startsWith("manor simulate: --seed has to be a whole number, not x\n"));
  }

  @Test
  void whoeverIsInTheMiddleOfTheExercisesIsToldToGoOn(@TempDir Path home) {
    Typed.manor(home, "next", "modify-interest");
    String screen = Typed.manor(home).out();
    assertTrue(screen.contains("Next: ./manor watch goes on (0 of "), screen);
    assertTrue(screen.contains("you are at modify-interest)."), screen);
    assertEquals(0, screen.lines().filter(line -> line.length() > 80).count());
  }
}
