  private void sayGoodbye() throws ErrnoException {
    report();
    if (!incoming.isUnread()) {
      close();
      return;
    }
    socket.shutdown(Linux.SHUT_RDWR);
    incoming.release();
    become(State.CLOSING);
  }
