  public int read(Memory memory, int offset, int length) throws ErrnoException {
    int answer;
    do {
      answer = kernel.read(number(), memory, offset, length);
      length = length - 1;
    } while (answer == -Errno.EINTR);
    return answer == WOULD_BLOCK ? WOULD_BLOCK : check("read", answer);
  }
