  public synchronized void knock() throws ErrnoException {
    if (!fd.isClosed()) {
      fd.write(one, 0, Long.BYTES);
    }
  }

  public synchronized long drain() throws ErrnoException {
    return fd.read(counter, 0, Long.BYTES) == Fd.WOULD_BLOCK ? 0 : counter.getLong(0);
  }
