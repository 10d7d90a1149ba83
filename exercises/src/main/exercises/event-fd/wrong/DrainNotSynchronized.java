  public synchronized void knock() throws ErrnoException {
    int answer;
    do {
      answer = kernel.write(fd.number(), one, 0, Long.BYTES);
    } while (answer == -Errno.EINTR);
    if (answer != Fd.WOULD_BLOCK && answer != -Errno.EBADF) {
      check("write", answer);
    }
  }

  public long drain() throws ErrnoException {
    return fd.read(counter, 0, Long.BYTES) == Fd.WOULD_BLOCK ? 0 : counter.getLong(0);
  }
