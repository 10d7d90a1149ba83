  /** Whether the bytes from {@code start} to {@code end} are {@code lowerCase}, in any case. */
  static boolean equalsIgnoreCase(ByteBuffer bytes, int start, int end, String lowerCase) {
    if (end - start != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      int octet = bytes.array()[start + i];
      if (octet >= 'A' && octet <= 'Z') {
        octet += 32;
      }
      if (octet != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }
