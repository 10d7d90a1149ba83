  public int read(Memory memory, int offset, int length) throws ErrnoException {
    int answer;
    do {
      answer = kernel.read(number(), memory, offset, length);
    } while (answer == -Errno.EINTR);
    if (answer == 0) {
      close();
    }
    return answer == WOULD_BLOCK ? WOULD_BLOCK : check("read", answer);
  }
