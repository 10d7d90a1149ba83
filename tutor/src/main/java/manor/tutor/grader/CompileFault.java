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
  /** As javac shows it: file and line, its words, the line, and a caret below it. */
  String text(String file) {
    String caret = " ".repeat((int) Math.max(0, column - 1)) + "^";
    return file + ":" + line + ": " + message + "\n" + source + "\n" + caret;
  }
}
