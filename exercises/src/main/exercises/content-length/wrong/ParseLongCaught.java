  private void contentLength(ByteBuffer bytes, int start, int end) {
    if (contentLength != NONE) {
      failure = Status.BAD_REQUEST;
      return;
    }
    try {
      contentLength = Long.parseLong(Octets.text(bytes, start, end));
    } catch (NumberFormatException refused) {
      failure = Status.BAD_REQUEST;
    }
  }
