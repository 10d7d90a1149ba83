  public int read(Memory memory, int offset, int length) throws ErrnoException {
    int answer = kernel.read(number(), memory, offset, length);
    return check("read", answer);
  }
