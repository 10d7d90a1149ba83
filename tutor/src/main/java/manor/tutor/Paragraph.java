package manor.tutor;

import java.util.ArrayList;
import java.util.List;

/** Words in lines that fit a terminal, indented by two. */
final class Paragraph {
  private static final int WIDTH = 78;
  private static final String INDENT = "  ";

  private Paragraph() {}

  static String of(String words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(INDENT);
    for (String word : words.split(" ")) {
      if (line.length() + word.length() >= WIDTH && line.length() > INDENT.length()) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(INDENT);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
    return String.join(System.lineSeparator(), lines);
  }
}
