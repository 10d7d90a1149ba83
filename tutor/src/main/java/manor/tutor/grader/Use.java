package manor.tutor.grader;

/**
 * One use of another class.
 *
 * @param owner the class, with dots
 * @param member the method or field; empty for the class itself
 * @param line where, from 1; 0 if nobody can say
 */
record Use(String owner, String member, int line) {
  /** As a person would write it: {@code System.exit}, {@code new File}. */
  String text() {
    String simple = owner.substring(owner.lastIndexOf('.') + 1).replace('$', '.');
    return member.isEmpty() || member.equals("<init>") ? simple : simple + "." + member;
  }
}
