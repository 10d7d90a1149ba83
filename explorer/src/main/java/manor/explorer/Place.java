package manor.explorer;

/**
 * A place in the code at which a thread may be stopped: just before it touches what others may
 * touch too.
 *
 * @param what is touched: a field, a lock, a call
 * @param code the method and its line
 */
record Place(String what, String code) {
  @Override
  public String toString() {
    return what + " in " + code;
  }
}
