package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path folder;

  private String shown(String... cases) throws IOException {
    String xml = "<testsuite>" + String.join("", cases) + "</testsuite>";
    Files.writeString(folder.resolve("TEST-manor.epoll.EpollTest.xml"), xml);
    List<TestOutcome> outcomes = ReportReader.read(folder);
    StringWriter out = new StringWriter();
    ReportPrinter printer = new ReportPrinter(Typed.plain(out, new StringWriter()));
    printer.print(outcomes);
    printer.printTotals(outcomes, 1.25);
    return out.toString().replace("\r", "");
  }

  private static String test(String name, String inside) {
    return "<testcase classname='manor.epoll.EpollTest' name='%s' time='0.1'>%s</testcase>"
        .formatted(name, inside);
  }

  @Test
  void aPassedTestIsASentence() throws IOException {
    assertEquals(
        """

          Epoll
            \u2713 level keeps saying

          1 passed, 0 failed, 0 skipped in 1.3 s
        """,
        shown(test("levelKeepsSaying", "")));
  }

  @Test
  void theCasesOfATestAreOneLine() throws IOException {
    assertEquals(
        """

          Epoll
            \u2713 every errno has a name (2 cases)

          2 passed, 0 failed, 0 skipped in 1.3 s
        """,
        shown(test("everyErrnoHasAName(int)[1]", ""), test("everyErrnoHasAName(int)[2]", "")));
  }

  @Test
  void aFailureShowsWhatWasExpectedAndWhere() throws IOException {
    String failure =
        """
        <failure message="edges ==&gt; expected: &lt;1&gt; but was: &lt;2&gt;"
          type="org.opentest4j.AssertionFailedError">org.opentest4j.AssertionFailedError
        at org.junit.jupiter.api.AssertEquals.assertEquals(AssertEquals.java:150)
        at manor.epoll.EpollTest.edgeSaysOnce(EpollTest.java:42)
        </failure>
        """;
    assertEquals(
        """

          Epoll
            \u2717 edge says once
                edges
                expected: 1
                got:      2
                at EpollTest.java:42

          0 passed, 1 failed, 0 skipped in 1.3 s
        """,
        shown(test("edgeSaysOnce", failure)));
  }

  @Test
  void anExceptionShowsItsType() throws IOException {
    String error = "<error message='gone' type='java.io.EOFException'>trace</error>";
    assertEquals(
        """

          Epoll
            \u2717 edge says once
                EOFException: gone

          0 passed, 1 failed, 0 skipped in 1.3 s
        """,
        shown(test("edgeSaysOnce", error)));
  }

  @Test
  void aSkippedTestSaysWhy() throws IOException {
    assertEquals(
        """

          Epoll
            - edge says once
                skipped: needs Linux

          0 passed, 0 failed, 1 skipped in 1.3 s
        """,
        shown(test("edgeSaysOnce", "<skipped message='needs Linux'/>")));
  }

  @Test
  void noReportIsNoOutcome() throws IOException {
    assertEquals(List.of(), ReportReader.read(folder.resolve("none")));
  }
}
