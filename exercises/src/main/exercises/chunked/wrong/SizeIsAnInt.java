  private void size(byte octet) {
    int digit = Octets.hex(octet);
    if (digit < 0) {
      afterSize(octet);
    } else if (size > Long.MAX_VALUE >> 4) {
      fail(Status.BAD_REQUEST);
    } else {
      size = ((int) size << 4) + digit;
      digits++;
    }
  }

  private void afterSize(byte octet) {
    if (digits == 0) {
      fail(Status.BAD_REQUEST);
    } else if (octet == Octets.CR) {
      state = SIZE_LINE_FEED;
    } else {
      state = EXTENSION;
      extension(octet);
    }
  }

  private void endOfSize(byte octet) {
    expect(octet, Octets.LF, size == 0 ? TRAILERS : DATA);
    if (state == DATA && size > limits.body() - total) {
      fail(Status.CONTENT_TOO_LARGE);
    }
    total += size;
  }

  private int data(int at, int end) {
    int count = (int) Math.min(end - at, size);
    contentStart = at;
    contentEnd = at + count;
    size -= count;
    if (size == 0) {
      state = DATA_CR;
    }
    return contentEnd;
  }

  private void extension(byte octet) {
    if (octet == Octets.CR && extension.mayEnd()) {
      state = SIZE_LINE_FEED;
    } else if (!extension.accepts(octet) || ++extensionBytes > limits.head()) {
      fail(Status.BAD_REQUEST);
    }
  }
