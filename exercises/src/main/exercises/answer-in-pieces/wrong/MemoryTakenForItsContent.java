  private boolean flushUnsent() throws ErrnoException {
    unsentFrom += write(unsent, unsentFrom, unsent.size() - unsentFrom);
    if (unsentFrom < unsent.size()) {
      return false;
    }
    desk.pool().give(unsent);
    unsent = null;
    return true;
  }

  private boolean flushOutbox() throws ErrnoException {
    Outbox outbox = desk.outbox();
    int length = outbox.length();
    int written = length == 0 ? 0 : write(outbox.memory(), 0, length);
    outbox.clear();
    if (written < length) {
      keep(outbox.memory(), written, length);
      return false;
    }
    return true;
  }

  private void keep(Memory memory, int from, int end) throws ErrnoException {
    unsent = desk.pool().take(end - from);
    if (unsent == null) {
      throw new ErrnoException("write", Errno.ENOBUFS);
    }
    unsent.bytes().put(0, memory.bytes(), from, end - from);
    unsentFrom = 0;
    unsentEnd = end - from;
  }
