package manor.simulator;

/** Whoever wants to hear that something about a file or a connection may have changed. */
@FunctionalInterface
interface Wakeable {
  /**
   * Something changed.
   *
   * @param key what it may have changed to, as {@link WakeKey} has it
   */
  void wake(int key);
}
