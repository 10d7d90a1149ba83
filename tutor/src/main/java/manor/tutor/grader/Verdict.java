package manor.tutor.grader;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manor.tutor.workbench.Exercise;
import manor.tutor.workbench.Region;

/**
 * What became of an attempt.
 *
 * @param exercise what was attempted
 * @param judgement how it ended
 * @param test the test it ended in, {@code class#method}; empty if no test was reached
 * @param message what the student reads: a sentence first, then perhaps more lines
 * @param where lines of the student's file that led there, innermost first; once the source is
 *     known, from the innermost that the student was to write
 * @param quote the first of those lines as it stands in the file, or nothing
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
    List<String> own = own(source);
    String line = own.isEmpty() ? "" : line(source, own.get(0));
    return new Verdict(
        exercise, judgement, test, message, own, line, calls, printed, passed, taken);
  }

  /** What the student was given calls nobody by itself: the first line is one of his, if any is. */
  private List<String> own(String source) {
    for (int i = 0; i < where.size(); i++) {
      if (Region.isYours(source, number(where.get(i)))) {
        return where.subList(i, where.size());
      }
    }
    return where;
  }

  private static String line(String source, String place) {
    String line = source.lines().skip(number(place) - 1).findFirst().orElse("").strip();
    return line.equals("}") ? "" : line;
  }

  private static long number(String place) {
    Matcher found = LINE.matcher(place);
    return found.find() ? Long.parseLong(found.group(1)) : Integer.MAX_VALUE;
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
