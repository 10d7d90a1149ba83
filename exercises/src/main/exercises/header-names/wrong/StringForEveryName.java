  static boolean equalsIgnoreCase(ByteBuffer bytes, int start, int end, String lowerCase) {
    return text(bytes, start, end).equalsIgnoreCase(lowerCase);
  }
