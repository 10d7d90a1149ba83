  /**
   * Adds one. A counter too full to take another (EAGAIN) is readable already, and that is all a
   * knock is for; a closed one has nobody behind the door (EBADF).
   *
   * @throws ErrnoException for anything else
   */
  public synchronized void knock() throws ErrnoException {
    throw Todo.yours("knock: write the eight bytes of one to the counter.");
  }

  /**
   * Sets the counter back to zero, so that it is no longer readable.
   *
   * @return how many knocks there were, 0 if none
   */
  public synchronized long drain() throws ErrnoException {
    throw Todo.yours("drain: read the counter, and answer what it held.");
  }
