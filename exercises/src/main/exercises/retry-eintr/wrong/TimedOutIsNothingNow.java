  public int read(Memory memory, int offset, int length) throws ErrnoException {
    int answer;
    do {
      answer = kernel.read(number(), memory, offset, length);
    } while (answer == -Errno.EINTR);
    if (answer == WOULD_BLOCK || answer == -Errno.ETIMEDOUT) {
      return WOULD_BLOCK;
    }
    return check("read", answer);
  }
