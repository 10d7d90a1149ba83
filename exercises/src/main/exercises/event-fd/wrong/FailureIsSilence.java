  public synchronized void knock() throws ErrnoException {
    int answer;
    do {
      answer = kernel.write(fd.number(), one, 0, Long.BYTES);
    } while (answer == -Errno.EINTR);
    if (answer != Fd.WOULD_BLOCK && answer != -Errno.EBADF) {
      check("write", answer);
    }
  }

  public synchronized long drain() throws ErrnoException {
    int answer = kernel.read(fd.number(), counter, 0, Long.BYTES);
    return answer < 0 ? 0 : counter.getLong(0);
  }
