  static boolean equalsIgnoreCase(ByteBuffer bytes, int start, int end, String lowerCase) {
    if (end - start != lowerCase.length()) {
      return false;
    }
    bytes.order(java.nio.ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < lowerCase.length(); i++) {
      int b = bytes.get(start + i);
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }
