package manor.explorer;

/**
 * One choice that was made.
 *
 * @param actor who had the baton
 * @param touches how many places he had passed
 * @param free whether he could not have gone on
 * @param options among how many
 * @param chosen which
 * @param next who that was
 */
record Decision(int actor, int touches, boolean free, int options, int chosen, int next) {
  /** Whether somebody was interrupted who could have gone on. */
  boolean interrupts() {
    return !free && chosen != 0;
  }

  /** As it stands in a schedule; {@code >} is an interruption. */
  @Override
  public String toString() {
    return actor + "." + touches + (free ? "=" : ">") + next;
  }
}
