  /** Whether the bytes from {@code start} to {@code end} are {@code lowerCase}, in any case. */
  static boolean equalsIgnoreCase(ByteBuffer bytes, int start, int end, String lowerCase) {
    for (int i = 0; i < end - start && i < lowerCase.length(); i++) {
      if (bytes.get(start + i) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }
