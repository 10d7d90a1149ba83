  private void sayGoodbye() throws ErrnoException {
    report();
    socket.shutdown(Linux.SHUT_WR);
    incoming.release();
    become(State.CLOSING);
  }
