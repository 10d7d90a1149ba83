package manor.docs;

import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one line of text after the other for macros that nobody knows, that stand in a wrong place,
 * or of which half is missing: Asciidoctor would print them as words.
 */
final class LineReader {
  private static final Set<String> KNOWN =
      Set.of("link", "xref", "http", "https", "mailto", "footnote", "kbd", "pass", "anchor");
  private static final Pattern MACRO =
      Pattern.compile("(?<![\\w:/`])([A-Za-z][\\w-]*)(::?)([^\\s:\\[\\]`]*)\\[");
  private static final Pattern HALF_BLOCK =
      Pattern.compile("\\s*(" + String.join("|", Figures.MACROS) + ")::(?!\\s).*");
  private static final Pattern HALF =
      Pattern.compile("\\b(link|xref|java|anchor|footnote):[\\w./#-]+(?![\\w./#\\-\\[])");
  private static final Pattern HEADING = Pattern.compile("={1,6}[^=\\s].*");
  private static final Pattern LITERAL = Pattern.compile("`[^`]*`");
  private static final Pattern REFERENCE = Pattern.compile("<<[^<>]*>>");
  private static final Pattern BULLETS = Pattern.compile("^\\s*\\*+\\s");

  private final ObjIntConsumer<String> faults;
  private int number;

  LineReader(ObjIntConsumer<String> faults) {
    this.faults = faults;
  }

  /** The next line of text, its names of classes being links by now. */
  void read(String line, int lineNumber) {
    number = lineNumber;
    String text = LITERAL.matcher(line).replaceAll("``");
    if (readMacros(text)) {
      Matcher half = HALF.matcher(text);
      refuseIf(half.find() || HALF_BLOCK.matcher(text).matches(), "half a macro: " + text.strip());
    }
    refuseIf(text.replace("``", "").contains("`"), "a backtick without its other one");
    String words = REFERENCE.matcher(BULLETS.matcher(text).replaceFirst("")).replaceAll("");
    refuseIf(words.contains("<<") || words.contains(">>"), "half a reference: " + text.strip());
    refuseIf(words.chars().filter(c -> c == '*').count() % 2 > 0, "an asterisk without its other");
    refuseIf(HEADING.matcher(text).matches(), "a heading without a space behind its signs");
  }

  /** Whether all of them are whole and known. */
  private boolean readMacros(String text) {
    Matcher macro = MACRO.matcher(text);
    boolean sound = true;
    while (macro.find()) {
      String name = macro.group(1) + macro.group(2) + macro.group(3);
      boolean known = KNOWN.contains(macro.group(1)) && macro.group(2).length() == 1;
      boolean whole = text.indexOf(']', macro.end()) >= 0;
      refuseIf(!known, "unknown macro, or in a wrong place: " + name + "[...]");
      refuseIf(known && !whole, "half a macro: " + name + "[");
      sound &= known && whole;
    }
    return sound;
  }

  private void refuseIf(boolean wrong, String what) {
    if (wrong) {
      faults.accept(what, number);
    }
  }
}
