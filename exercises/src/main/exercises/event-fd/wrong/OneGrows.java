  public synchronized void knock() throws ErrnoException {
    int answer = kernel.write(fd.number(), one, 0, Long.BYTES);
    while (answer == -Errno.EINTR) {
      one.putLong(0, one.getLong(0) + 1);
      answer = kernel.write(fd.number(), one, 0, Long.BYTES);
    }
    if (answer != -Errno.EAGAIN && answer != -Errno.EBADF) {
      check("write", answer);
    }
  }

  public synchronized long drain() throws ErrnoException {
    return fd.read(counter, 0, Long.BYTES) == Fd.WOULD_BLOCK ? 0 : counter.getLong(0);
  }
