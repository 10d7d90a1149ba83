  public int read(Memory memory, int offset, int length) throws ErrnoException {
    int answer;
    do {
      answer = kernel.read(number(), memory, offset, length);
    } while (answer == -Errno.EINTR || answer == -Errno.EAGAIN);
    return check("read", answer);
  }
