  static boolean equalsIgnoreCase(ByteBuffer bytes, int start, int end, String lowerCase) {
    if (end - start != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if (bytes.get(start + i) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }
