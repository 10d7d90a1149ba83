package manor.tutor.grader;

/**
 * Something the compiler did not accept.
 *
 * @param line from 1
 * @param column from 1
 * @param message the compiler's words
 * @param source the line it stands on
 */
record CompileFault(long line, long column, String message, String source) {
  private static final int WIDTH = 76;
  private static final String CUT = "...";

  /** As javac shows it: file and line, its words, the line, and a caret below it. */
  String text(String file) {
    int at = (int) Math.min(Math.max(0, column - 1), source.length());
    int from = at < WIDTH ? 0 : at - WIDTH / 2;
    String start = from == 0 ? "" : CUT;
    String shown = start + source.substring(from);
    String caret = " ".repeat(start.length() + at - from) + "^";
    return file + ":" + line + ": " + SimpleNames.in(message) + "\n" + cut(shown) + "\n" + caret;
  }

  private static String cut(String text) {
    return text.length() <= WIDTH ? text : text.substring(0, WIDTH - CUT.length()) + CUT;
  }
}
