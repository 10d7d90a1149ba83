  public int read(Memory memory, int offset, int length) throws ErrnoException {
    int answer;
    do {
      answer = kernel.read(number(), memory, offset, length);
    } while (answer == Errno.EINTR);
    return answer == Errno.EAGAIN ? WOULD_BLOCK : check("read", answer);
  }
