package manor.tutor.grader;

/**
 * Something that an answer may not use.
 *
 * @param line where, from 1; 0 if nobody can say
 * @param what class or method
 * @param instead what to do instead
 */
record Trespass(int line, String what, String instead) {
  String text(String file) {
    return file + (line > 0 ? ":" + line : "") + ": " + what + " is not for an answer. " + instead;
  }
}
