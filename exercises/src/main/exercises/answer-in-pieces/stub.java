  private boolean flushUnsent() throws ErrnoException {
    write(unsent, unsentFrom, unsentEnd - unsentFrom);
    desk.pool().give(unsent);
    unsent = null;
    return true;
  }

  private boolean flushOutbox() throws ErrnoException {
    Outbox outbox = desk.outbox();
    write(outbox.memory(), 0, outbox.length());
    outbox.clear();
    return true;
  }

  /** Keeps the bytes from {@code from} to {@code end} of a memory, to be sent later. */
  private void keep(Memory memory, int from, int end) throws ErrnoException {
    unsent = desk.pool().take(end - from);
    if (unsent == null) {
      throw new ErrnoException("write", Errno.ENOBUFS);
    }
    unsent.bytes().put(0, memory.bytes(), from, end - from);
    unsentFrom = 0;
    unsentEnd = end - from;
  }
