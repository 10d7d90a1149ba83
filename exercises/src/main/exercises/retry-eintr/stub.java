  /**
   * Reads what is there, at most {@code length} bytes: read(2).
   *
   * @return the bytes read, 0 at end of file, or {@link #WOULD_BLOCK}
   * @throws ErrnoException ECONNRESET, ETIMEDOUT, EBADF (closed), ...
   */
  public int read(Memory memory, int offset, int length) throws ErrnoException {
    int answer = kernel.read(number(), memory, offset, length);
    return check("read", answer);
  }
