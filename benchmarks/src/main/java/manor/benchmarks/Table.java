package manor.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows under heads, words to the left and numbers to the right. A column {@link #RANGE} belongs to
 * the one before it; in the book it stands in the same cells.
 *
 * @param title what it shows
 * @param heads a head a column
 * @param rows each as long as the heads
 */
record Table(String title, List<String> heads, List<List<String>> rows) {
  /** The head of a column with the lowest and the highest of what the column before it shows. */
  static final String RANGE = "from..to";

  private static final int GAP = 2;
  private static final int WIDE = 30;

  /** As lines of plain text. */
  List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(title);
    lines.add(line(heads));
    rows.forEach(row -> lines.add(line(row)));
    return lines;
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String blanks = " ".repeat(width(i) - cells.get(i).length());
      line.append(" ".repeat(GAP));
      line.append(isNumbers(i) ? blanks + cells.get(i) : cells.get(i) + blanks);
    }
    return line.toString().stripTrailing();
  }

  private boolean isNumbers(int column) {
    return rows.stream().allMatch(row -> row.get(column).matches("[\\d.,]+"));
  }

  private int width(int column) {
    return IntStream.concat(
            IntStream.of(heads.get(column).length()),
            rows.stream().mapToInt(row -> row.get(column).length()))
        .max()
        .orElse(0);
  }

  /** As a table of AsciiDoc. */
  String asciiDoc() {
    String columns =
        IntStream.range(0, heads.size())
            .filter(i -> !isRange(i))
            .mapToObj(i -> isNumbers(i) ? ">2" : "<" + (width(i) > WIDE ? 6 : 3))
            .collect(Collectors.joining(","));
    StringBuilder text = new StringBuilder("." + title + "\n");
    text.append("[cols=\"" + columns + "\",options=\"header\"]\n|===\n");
    text.append(row(heads.stream().map(head -> head.replaceFirst("^us ", "µs ")).toList()));
    text.append('\n');
    rows.forEach(each -> text.append(row(each)));
    return text.append("|===\n").toString();
  }

  private boolean isRange(int column) {
    return heads.get(column).equals(RANGE);
  }

  private String row(List<String> cells) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      row.append(isRange(i) ? " [.range]##" + cells.get(i) + "##" : " |" + cells.get(i));
    }
    return row.append('\n').substring(1);
  }
}
