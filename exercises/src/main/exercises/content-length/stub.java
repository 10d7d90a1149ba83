  private void contentLength(ByteBuffer bytes, int start, int end) {
    contentLength = Long.parseLong(Octets.text(bytes, start, end));
  }
