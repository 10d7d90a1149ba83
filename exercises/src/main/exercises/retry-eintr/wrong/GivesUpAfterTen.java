  public int read(Memory memory, int offset, int length) throws ErrnoException {
    int answer = -Errno.EINTR;
    for (int i = 0; i < 10 && answer == -Errno.EINTR; i++) {
      answer = kernel.read(number(), memory, offset, length);
    }
    return answer == WOULD_BLOCK ? WOULD_BLOCK : check("read", answer);
  }
