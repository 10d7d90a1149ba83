  private void sayGoodbye() throws ErrnoException {
    report();
    if (!incoming.isUnread()) {
      close();
      return;
    }
    incoming.release();
    become(State.CLOSING);
  }
