  /**
   * Adds {@code bits} to what is known, or takes them away, as {@code tick} says.
   *
   * @return false if they were to be taken away but newer news had come
   */
  boolean setReadiness(Tick tick, int bits) {
    throw Todo.yours("setReadiness: put the next ReadyEvent in, and lose no other");
  }
