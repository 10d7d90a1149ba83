  private void sayGoodbye() throws ErrnoException {
    report();
    if (!incoming.isUnread()) {
      close();
    }
    socket.shutdown(Linux.SHUT_WR);
    incoming.release();
    become(State.CLOSING);
  }
