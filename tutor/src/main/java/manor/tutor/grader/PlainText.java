package manor.tutor.grader;

import java.util.List;

/**
 * Text that a student's code may have had a hand in, made fit for anyone's terminal: no control
 * characters, which could draw a verdict of their own, and no more of it than a person would read.
 * A tab becomes a space: a terminal would skip over what stood there before, and leave it.
 */
final class PlainText {
  private static final int MOST = 8_000;

  private PlainText() {}

  static String of(String text) {
    String kept = text.length() <= MOST ? text : text.substring(0, MOST);
    String plain =
        kept.replace("\r\n", "\n").replace('\t', ' ').replaceAll("[\\p{Cc}\\p{Cf}&&[^\n]]", "?");
    int more = text.length() - kept.length();
    return more == 0 ? plain : plain + "\n... and " + more + " characters more";
  }

  static List<String> of(List<String> texts) {
    return texts.stream().map(PlainText::of).toList();
  }
}
