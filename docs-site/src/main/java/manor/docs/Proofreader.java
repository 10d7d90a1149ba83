package manor.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a page's lines, one after the other, for what Asciidoctor would draw without a word though
 * nobody can have meant it: a block of an unknown style, a list that skips a level, a table's row
 * with too many cells or too few, a file from outside the house, a heading without its title.
 */
final class Proofreader {
  private static final Pattern STYLE = Pattern.compile("\\[([A-Za-z][^\\],=#.%]*)(?![^,\\]]*=).*]");
  private static final Pattern OPTION =
      Pattern.compile("(?<!\\d)%([^\\],#.%]*)|options=\"?([^\"\\]]*)");
  private static final Set<String> OPTIONS =
      Set.of("collapsible", "open", "header", "footer", "autowidth", "reversed");
  private static final Set<String> STYLES =
      Set.of(
          "quote",
          "verse",
          "source",
          "listing",
          "literal",
          "example",
          "sidebar",
          "discrete",
          "horizontal",
          "loweralpha",
          "upperalpha",
          "NOTE",
          "TIP",
          "IMPORTANT",
          "WARNING",
          "CAUTION");
  private static final Pattern ITEM = Pattern.compile("\\s*(\\*{1,5}|\\.{1,5})\\s+\\S.*");
  private static final Pattern COLUMNS = Pattern.compile("\\bcols=\"?([^\"\\]]+)");
  private static final Pattern TIMES = Pattern.compile("(\\d+)\\*.*");
  private static final Pattern CELL = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern SPAN = Pattern.compile("[\\d.]+[+*]\\S*\\|");
  private static final Pattern INCLUDE = Pattern.compile("include::([^\\[]*)\\[.*]\\s*");
  private static final Pattern HALF_ATTRIBUTES = Pattern.compile("\\[[^\\]]*");
  private static final Pattern TABLE = Pattern.compile("\\|={3,}");

  private final Path home;
  private final Path page;
  private final ObjIntConsumer<String> faults;
  private boolean inTable;
  private int columns;
  private int announced;
  private String bullets = "";
  private boolean afterBlank;

  /**
   * Begins a page.
   *
   * @param faults is told what is wrong, and on which line, counted from 1
   */
  Proofreader(Path home, Path page, List<String> lines, ObjIntConsumer<String> faults) {
    this.home = home;
    this.page = page;
    this.faults = faults;
    if (lines.isEmpty() || !lines.get(0).matches("= \\S.*")) {
      faults.accept("a page begins with its title: = The title", 1);
    }
  }

  /** The next line that is not within a listing. */
  void read(String line, int number) {
    if (TABLE.matcher(line).matches()) {
      inTable = !inTable;
      columns = announced;
      announced = 0;
    } else if (inTable) {
      readRow(line, number);
    } else {
      readStyle(line, number);
      readItem(line, number);
      readInclude(line, number);
    }
    afterBlank = line.isBlank();
  }

  private void readRow(String line, int number) {
    int cells = (int) CELL.matcher(line).results().count();
    if (SPAN.matcher(line).find() || cells == 0) {
      return;
    }
    columns = columns == 0 ? cells : columns;
    refuseIf(
        cells > 1 && cells != columns,
        "a row of " + cells + " cells in a table of " + columns + " columns",
        number);
  }

  private void readStyle(String line, int number) {
    Matcher style = STYLE.matcher(line);
    boolean strange = style.matches() && !STYLES.contains(style.group(1));
    refuseIf(strange, "unknown style of a block: " + line, number);
    refuseIf(HALF_ATTRIBUTES.matcher(line).matches(), "half a block's attributes: " + line, number);
    refuseIf(line.startsWith("|"), "a table's row outside of a table", number);
    if (line.startsWith("[")) {
      readOptions(line, number);
      readColumns(line);
    }
  }

  private void readOptions(String line, int number) {
    Matcher option = OPTION.matcher(line);
    while (option.find()) {
      String names = option.group(1) == null ? option.group(2) : option.group(1);
      for (String name : names.split(",")) {
        refuseIf(!OPTIONS.contains(name), "unknown option of a block: " + name, number);
      }
    }
  }

  private void readColumns(String line) {
    Matcher given = COLUMNS.matcher(line);
    if (given.find()) {
      Matcher times = TIMES.matcher(given.group(1));
      announced =
          times.matches() ? Integer.parseInt(times.group(1)) : given.group(1).split(",").length;
    }
  }

  private void refuseIf(boolean wrong, String what, int number) {
    if (wrong) {
      faults.accept(what, number);
    }
  }

  private void readItem(String line, int number) {
    Matcher item = ITEM.matcher(line);
    if (item.matches()) {
      String mark = item.group(1);
      boolean reached = bullets.startsWith(mark) || mark.substring(1).equals(bullets);
      refuseIf(
          !reached && mark.length() > 1,
          "a list that begins at " + mark + ", or skips a level",
          number);
      bullets = mark;
    } else if (afterBlank && !line.isBlank()) {
      bullets = "";
    }
  }

  private void readInclude(String line, int number) {
    Matcher include = INCLUDE.matcher(line);
    if (!include.matches() || include.group(1).contains("{")) {
      return;
    }
    String target = include.group(1);
    try {
      Path file = page.resolveSibling(target).normalize();
      boolean outside =
          target.contains("://")
              || !file.startsWith(home)
              || Files.exists(file) && !file.toRealPath().startsWith(home.toRealPath());
      if (outside) {
        faults.accept("a file from outside the house: " + target, number);
      }
    } catch (IOException unreadable) {
      faults.accept("a file that cannot be read: " + target, number);
    }
  }
}
