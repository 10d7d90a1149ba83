  private void contentLength(ByteBuffer bytes, int start, int end) {
    boolean sound = contentLength == NONE && start < end;
    long value = 0;
    for (int at = start; sound && at < end; at++) {
      int digit = bytes.get(at) - '0';
      sound = digit >= 0 && digit <= 9 && value <= (Long.MAX_VALUE - digit) / 10;
      value = value * 10 + digit;
    }
    failure = sound ? null : Status.BAD_REQUEST;
    contentLength = sound ? value : contentLength;
  }
