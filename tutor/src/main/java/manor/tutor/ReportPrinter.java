package manor.tutor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manor.tutor.TestOutcome.Ending;

/** Shows test outcomes as sentences, grouped by what they are about. */
final class ReportPrinter {
  private static final Pattern EXPECTED =
      Pattern.compile("(?s)(.*?)(?: ==> )?expected: (.*) but was: (.*)");

  private final Terminal terminal;

  ReportPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(List<TestOutcome> outcomes) {
    Map<String, Map<String, List<TestOutcome>>> subjects = new LinkedHashMap<>();
    for (TestOutcome outcome : outcomes) {
      subjects
          .computeIfAbsent(Sentence.subject(outcome.type()), name -> new LinkedHashMap<>())
          .computeIfAbsent(outcome.method(), name -> new java.util.ArrayList<>())
          .add(outcome);
    }
    subjects.forEach(
        (subject, tests) -> {
          terminal.out().println();
          terminal.out().println("  " + terminal.strong(subject));
          tests.forEach(this::printTest);
        });
    terminal.out().println();
  }

  /** One line for a test, however many cases it has, and then its failures. */
  private void printTest(String method, List<TestOutcome> cases) {
    long failures = count(cases, Ending.FAILED);
    long skips = count(cases, Ending.SKIPPED);
    String sign = failures > 0 ? terminal.failed() : skips > 0 ? "-" : terminal.passed();
    terminal
        .out()
        .println("    " + sign + " " + Sentence.of(method) + cases(cases.size(), failures));
    cases.stream().filter(one -> one.is(Ending.FAILED)).limit(3).forEach(this::printFailure);
    if (failures > 3) {
      terminal.out().println("        and " + (failures - 3) + " cases more");
    }
    cases.stream()
        .filter(one -> one.is(Ending.SKIPPED))
        .limit(1)
        .forEach(one -> terminal.out().println("        skipped: " + one.message()));
  }

  private static String cases(int total, long failures) {
    if (total == 1) {
      return "";
    }
    return failures == 0
        ? " (" + total + " cases)"
        : " (" + failures + " of " + total + " cases failed)";
  }

  private void printFailure(TestOutcome failure) {
    Matcher difference = EXPECTED.matcher(failure.message());
    if (difference.matches()) {
      printLines(difference.group(1));
      printLines("expected: " + unwrap(difference.group(2)));
      printLines("got:      " + unwrap(difference.group(3)));
    } else {
      printLines(failure.message());
    }
    if (!failure.place().isEmpty()) {
      terminal.out().println("        " + terminal.faint("at " + failure.place()));
    }
  }

  private void printLines(String text) {
    text.lines()
        .filter(line -> !line.isBlank())
        .limit(12)
        .forEach(line -> terminal.out().println("        " + line));
  }

  /** JUnit puts values between angle brackets. */
  private static String unwrap(String value) {
    boolean wrapped = value.startsWith("<") && value.endsWith(">");
    return wrapped ? value.substring(1, value.length() - 1) : value;
  }

  static long count(List<TestOutcome> outcomes, Ending ending) {
    return outcomes.stream().filter(one -> one.is(ending)).count();
  }

  /** The last line: how many tests ended how. */
  void printTotals(List<TestOutcome> outcomes, double seconds) {
    long failed = count(outcomes, Ending.FAILED);
    String totals =
        String.format(
            "%d passed, %d failed, %d skipped in %.1f s",
            count(outcomes, Ending.PASSED), failed, count(outcomes, Ending.SKIPPED), seconds);
    terminal.out().println("  " + (failed == 0 ? terminal.good(totals) : terminal.bad(totals)));
  }
}
