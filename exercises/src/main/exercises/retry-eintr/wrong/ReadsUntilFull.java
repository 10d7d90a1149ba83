  public int read(Memory memory, int offset, int length) throws ErrnoException {
    int total = 0;
    while (total < length) {
      int answer = kernel.read(number(), memory, offset + total, length - total);
      if (answer == -Errno.EINTR) {
        continue;
      }
      if (answer == -Errno.EAGAIN) {
        return total == 0 ? WOULD_BLOCK : total;
      }
      if (answer == 0) {
        return total;
      }
      total += check("read", answer);
    }
    return total;
  }
