  private void size(byte octet) {
    throw Todo.yours("size: one byte of a chunk's size: a hexadecimal digit, or what ends it.");
  }

  private void afterSize(byte octet) {
    throw Todo.yours("afterSize: the first byte behind the digits of a size.");
  }

  private void endOfSize(byte octet) {
    throw Todo.yours("endOfSize: the line feed that ends the line of the size.");
  }

  private int data(int at, int end) {
    throw Todo.yours("data: which of the bytes from at to end are content?");
  }

  private void extension(byte octet) {
    if (octet == Octets.CR && extension.mayEnd()) {
      state = SIZE_LINE_FEED;
    } else if (!extension.accepts(octet) || ++extensionBytes > limits.head()) {
      fail(Status.BAD_REQUEST);
    }
  }
