  public int read(Memory memory, int offset, int length) throws ErrnoException {
    int answer = kernel.read(number(), memory, offset, length);
    if (answer == -Errno.EINTR || answer == -Errno.EAGAIN) {
      return WOULD_BLOCK;
    }
    return check("read", answer);
  }
