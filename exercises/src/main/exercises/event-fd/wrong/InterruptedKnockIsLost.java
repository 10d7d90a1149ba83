  public synchronized void knock() throws ErrnoException {
    int answer = kernel.write(fd.number(), one, 0, Long.BYTES);
    if (answer != Fd.WOULD_BLOCK && answer != -Errno.EBADF && answer != -Errno.EINTR) {
      check("write", answer);
    }
  }

  public synchronized long drain() throws ErrnoException {
    return fd.read(counter, 0, Long.BYTES) == Fd.WOULD_BLOCK ? 0 : counter.getLong(0);
  }
