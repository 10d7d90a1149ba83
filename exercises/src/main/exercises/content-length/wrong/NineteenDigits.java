  private void contentLength(ByteBuffer bytes, int start, int end) {
    if (contentLength != NONE || start == end || end - start > 19) {
      failure = Status.BAD_REQUEST;
      return;
    }
    long value = 0;
    for (int at = start; at < end; at++) {
      int digit = bytes.get(at) - '0';
      if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
        failure = Status.BAD_REQUEST;
        return;
      }
      value = value * 10 + digit;
    }
    contentLength = value;
  }
