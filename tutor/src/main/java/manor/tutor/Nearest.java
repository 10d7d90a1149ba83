package manor.tutor;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a mistyped word was meant to be. */
final class Nearest {
  private static final int MISTAKES = 2;

  private Nearest() {}

  /** The known word nearest to the typed one, if two mistakes, or half its letters, lie between. */
  static Optional<String> to(String typed, Collection<String> known) {
    return known.stream()
        .filter(word -> mistakes(typed, word) <= Math.min(MISTAKES, typed.length() / 2))
        .min(Comparator.comparingInt(word -> mistakes(typed, word)));
  }

  /** How many letters must be added, removed or replaced to turn one word into the other. */
  static int mistakes(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }
}
