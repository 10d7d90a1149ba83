package manor.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where a player opens, and what stands above it: {@code [start="While the house sleeps", The
 * title]}. It opens at the first step whose words in the recording begin so: a sentence that is
 * said, or the title of several steps shown as one. Without a start it opens at step 1.
 *
 * @param start how the words of the step begin, or null
 * @param title what stands above the player
 */
record Opening(String start, String title) {
  private static final Pattern WORDS = Pattern.compile("(?:start=\"([^\"]+)\",? ?)?((?!start=).*)");

  /** What is said, or a fold's title; of a step inside a fold nothing is seen. */
  private static final Pattern TOLD =
      Pattern.compile("^(?!.*\"fold\":true).*(?:\"what\":\"said\",\"words\"|\"fold\"):\"(.*)");

  /** As it is written in a page. */
  static Opening of(String words) {
    Matcher parts = WORDS.matcher(words);
    if (!parts.matches()) {
      throw new IllegalArgumentException("a player is written [start=\"...\", The title]");
    }
    return new Opening(parts.group(1), parts.group(2));
  }

  /**
   * The step, counted from 1.
   *
   * @param recording the file, to be named if no step begins as it should
   * @param steps its lines
   * @throws IllegalArgumentException when no step begins as it should
   */
  int step(Path recording, List<String> steps) {
    if (start == null) {
      return 1;
    }
    return 1
        + IntStream.range(0, steps.size())
            .filter(i -> begins(steps.get(i)))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        recording + ": no words told there begin: " + start));
  }

  /** The player begins every sentence with a capital letter, however the run wrote it. */
  private boolean begins(String step) {
    Matcher told = TOLD.matcher(step);
    return told.matches()
        && told.group(1).regionMatches(true, 0, start, 0, 1)
        && told.group(1).startsWith(start.substring(1), 1);
  }
}
