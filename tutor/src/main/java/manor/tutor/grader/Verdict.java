package manor.tutor.grader;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manor.tutor.workbench.Exercise;

/**
 * What became of an attempt.
 *
 * @param exercise what was attempted
 * @param judgement how it ended
 * @param test the test it ended in, {@code class#method}; empty if no test was reached
 * @param message what the student reads: a sentence first, then perhaps more lines
 * @param where lines of the student's file that led there, innermost first
 * @param quote the innermost of those lines as it stands in the file, or nothing
 * @param calls the last system calls, if the tests have left a trail
 * @param printed what the student's code printed
 * @param passed how many tests passed
 * @param millis how long it took
 */
public record Verdict(
    Exercise exercise,
    Judgement judgement,
    String test,
    String message,
    List<String> where,
    String quote,
    List<String> calls,
    String printed,
    int passed,
    long millis) {

  private static final Pattern LINE = Pattern.compile(":(\\d+) in ");

  /** What it says can be shown anywhere. */
  public Verdict {
    message = PlainText.of(message);
    where = PlainText.of(where);
    quote = PlainText.of(quote);
    calls = PlainText.of(calls);
    printed = PlainText.of(printed);
  }

  static Verdict early(Exercise exercise, Judgement judgement, String message) {
    return new Verdict(exercise, judgement, "", message, List.of(), "", List.of(), "", 0, 0);
  }

  /** The same, told after so many milliseconds, and with the line of this source that led there. */
  Verdict of(String source, long taken) {
    return new Verdict(
        exercise, judgement, test, message, where, line(source), calls, printed, passed, taken);
  }

  private String line(String source) {
    Matcher place = LINE.matcher(where.isEmpty() ? "" : where.get(0));
    long above = place.find() ? Long.parseLong(place.group(1)) - 1 : Long.MAX_VALUE;
    String line = source.lines().skip(above).findFirst().orElse("").strip();
    return line.equals("}") ? "" : line;
  }

  /** Whether the exercise is done. */
  public boolean isPassed() {
    return judgement == Judgement.PASSED;
  }

  /** The points it earns: all, or none. */
  public int points() {
    return isPassed() ? exercise.points() : 0;
  }

  /** The test without its packages: {@code EpollTest#aOneshotIsArmedAgain}. */
  public String shortTest() {
    int hash = test.indexOf('#');
    return test.substring(test.lastIndexOf('.', hash < 0 ? test.length() : hash) + 1);
  }
}
