package manor.server;

/**
 * One range of a file: RFC 9110 section 14.1.2.
 *
 * @param first the first byte's place
 * @param last the last byte's place, below the file's size
 */
record ByteRange(long first, long last) {
  /** A range that no byte of the file is in; the answer is 416. */
  static final ByteRange NONE = new ByteRange(0, -1);

  private static final String UNIT = "bytes=";

  long length() {
    return last - first + 1;
  }

  /**
   * Reads a Range field.
   *
   * @return null when it is to be ignored (absent, another unit, malformed, or several ranges), or
   *     {@link #NONE} when it cannot be satisfied
   */
  static ByteRange of(String field, long size) {
    if (field == null || !field.regionMatches(true, 0, UNIT, 0, UNIT.length())) {
      return null;
    }
    String range = field.substring(UNIT.length()).trim();
    int dash = range.indexOf('-');
    if (dash < 0 || !isNumber(range.substring(0, dash)) || !isNumber(range.substring(dash + 1))) {
      return null;
    }
    return of(range.substring(0, dash), range.substring(dash + 1), size);
  }

  private static ByteRange of(String from, String to, long size) {
    if (from.isEmpty()) {
      return to.isEmpty() ? null : suffix(number(to), size);
    }
    long first = number(from);
    long last = to.isEmpty() ? Long.MAX_VALUE : number(to);
    if (last < first) {
      return null;
    }
    return first >= size ? NONE : new ByteRange(first, Math.min(last, size - 1));
  }

  private static ByteRange suffix(long count, long size) {
    return count == 0 || size == 0 ? NONE : new ByteRange(Math.max(0, size - count), size - 1);
  }

  private static boolean isNumber(String digits) {
    return digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** A number too long to fit lies beyond every file. */
  private static long number(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > 18 ? Long.MAX_VALUE : Long.parseLong(significant);
  }
}
