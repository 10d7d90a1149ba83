package manor.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * How much room words take in a plot. Who shows it picks the font, so that this is a guess, from a
 * font that is wider than most.
 */
final class Lettering {
  /** From one line of words to the next. */
  static final int LEADING = 15;

  private static final double SIZE = 13;
  private static final double STRONG = 1.12;
  private static final String NARROW = " ,.:;'|()-fijlrt";
  private static final String WIDE = "mwMW%";

  private Lettering() {}

  static double width(String words, boolean strong) {
    double ems = words.chars().mapToDouble(Lettering::ems).sum();
    return ems * SIZE * (strong ? STRONG : 1);
  }

  private static double ems(int letter) {
    if (NARROW.indexOf(letter) >= 0) {
      return 0.4;
    }
    return WIDE.indexOf(letter) >= 0 ? 0.98 : Character.isUpperCase(letter) ? 0.72 : 0.64;
  }

  /** The words in as many lines as they need; a line rather ends after a comma or a colon. */
  static List<String> lines(String words, boolean strong, double room) {
    int end = width(words, strong) <= room ? -1 : end(words, strong, room);
    if (end < 0) {
      return List.of(words);
    }
    List<String> lines = new ArrayList<>(List.of(words.substring(0, end)));
    lines.addAll(lines(words.substring(end + 1), strong, room));
    return lines;
  }

  /** The blank at which the first line ends, or -1 if there is none. */
  private static int end(String words, boolean strong, double room) {
    int best = words.indexOf(' ');
    for (int blank = best; blank >= 0; blank = words.indexOf(' ', blank + 1)) {
      boolean fits = width(words.substring(0, blank), strong) <= room;
      best = fits && (isPause(words, blank) || !isPause(words, best)) ? blank : best;
    }
    return best;
  }

  private static boolean isPause(String words, int blank) {
    return ",:".indexOf(words.charAt(blank - 1)) >= 0;
  }
}
