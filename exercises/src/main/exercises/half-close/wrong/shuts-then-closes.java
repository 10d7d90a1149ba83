  private void sayGoodbye() throws ErrnoException {
    report();
    if (incoming.isUnread()) {
      socket.shutdown(Linux.SHUT_WR);
    }
    close();
  }
