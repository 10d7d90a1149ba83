  private void sayGoodbye() throws ErrnoException {
    report();
    if (!incoming.isUnread()) {
      close();
      return;
    }
    socket.shutdown(Linux.SHUT_WR);
    incoming.release();
    become(State.CLOSED);
  }
