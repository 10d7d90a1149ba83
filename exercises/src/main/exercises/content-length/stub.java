  /** The value lies from {@code start} to before {@code end}; the blanks around it are gone. */
  private void contentLength(ByteBuffer bytes, int start, int end) {
    contentLength = Long.parseLong(Octets.text(bytes, start, end));
  }
