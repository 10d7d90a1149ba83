  public int read(Memory memory, int offset, int length) throws ErrnoException {
    int answer = kernel.read(number(), memory, offset, length);
    if (answer == -Errno.EINTR) {
      answer = kernel.read(number(), memory, offset, length);
    }
    return answer == WOULD_BLOCK ? WOULD_BLOCK : check("read", answer);
  }
