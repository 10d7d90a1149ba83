package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command in a small house of its own, whose Maven is a script. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for Maven is a shell script")
class TestCommandTest {
  private static final String PASSED =
      "<testsuite><testcase classname='manor.epoll.EpollTest' name='edgeSaysOnce'/></testsuite>";
  private static final String FAILED =
      PASSED.replace("/><", "><failure message='no' type='AssertionError'/></testcase><");

  @TempDir Path home;

  private Typed test(String script, String... args) throws IOException {
    Path mvnw = Files.writeString(home.resolve("mvnw"), "#!/bin/sh\n" + script);
    assertTrue(mvnw.toFile().setExecutable(true));
    String[] words = new String[args.length + 1];
    words[0] = "test";
    System.arraycopy(args, 0, words, 1, args.length);
    return Typed.manor(home, words);
  }

  private static String report(String xml) {
    String folder = "chapter2-epoll/target/surefire-reports";
    return "mkdir -p %s; cat >%s/TEST-manor.epoll.EpollTest.xml <<END\n%s\nEND\n"
        .formatted(folder, folder, xml);
  }

  @Test
  void passedTestsAreShownAndTheStatusIsZero() throws IOException {
    Typed typed = test(report(PASSED), "chapter2");
    assertEquals(0, typed.status(), typed.err());
    assertTrue(typed.out().contains("edge says once"), typed.out());
    assertTrue(typed.out().contains("1 passed, 0 failed, 0 skipped"), typed.out());
  }

  @Test
  void oneFailedTestMakesTheStatusOne() throws IOException {
    Typed typed = test(report(FAILED), "chapter2");
    assertEquals(1, typed.status());
    assertTrue(typed.out().contains("0 passed, 1 failed"), typed.out());
  }

  @Test
  void noTestIsNoSuccess() throws IOException {
    Typed typed = test("exit 0", "chapter2");
    assertEquals(1, typed.status());
    assertTrue(typed.err().contains("no test ran"), typed.err());
  }

  @Test
  void aReportOfAnEarlierRunIsForgotten() throws IOException {
    assertEquals(0, test(report(PASSED), "chapter2").status());
    assertEquals(1, test("exit 0", "chapter2").status());
  }

  @Test
  void aBrokenBuildShowsTheCompilersWords() throws IOException {
    String error = "[ERROR] " + home + "/chapter2-epoll/Bad.java:[3,7] cannot find symbol";
    Typed typed = test("echo '" + error + "'; exit 1", "chapter2");
    assertEquals(1, typed.status());
    assertTrue(
        typed.err().contains("\n  chapter2-epoll/Bad.java:3: cannot find symbol\n"), typed.err());
  }

  @Test
  void onlyTheTestsOfTheChosenChapterAreAskedFor() throws IOException {
    source("chapter1-syscall/src/test/java/manor/syscall/FdTest.java");
    source("chapter2-epoll/src/test/java/manor/epoll/EpollTest.java");
    source("chapter2-epoll/src/test/java/manor/epoll/Wakes.java");
    test("echo \"$@\" >asked\n" + report(PASSED), "2");
    String asked = Files.readString(home.resolve("asked"));
    assertTrue(asked.contains(" -Dtest=manor/epoll/EpollTest -pl chapter2-epoll -am test"), asked);
  }

  @Test
  void withoutAChapterAllAreAskedFor() throws IOException {
    test("echo \"$@\" >asked\n" + report(PASSED));
    String asked = Files.readString(home.resolve("asked"));
    assertTrue(asked.contains("-pl chapter1-syscall,chapter2-epoll,"), asked);
    assertFalse(asked.contains("-Dtest="), asked);
  }

  private void source(String file) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "");
  }
}
