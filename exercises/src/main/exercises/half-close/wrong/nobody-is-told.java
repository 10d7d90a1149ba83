  private void sayGoodbye() throws ErrnoException {
    if (!incoming.isUnread()) {
      close();
      return;
    }
    socket.shutdown(Linux.SHUT_WR);
    incoming.release();
    become(State.CLOSING);
  }
