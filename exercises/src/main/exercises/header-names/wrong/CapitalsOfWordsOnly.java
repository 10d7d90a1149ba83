  static boolean equalsIgnoreCase(ByteBuffer bytes, int start, int end, String lowerCase) {
    if (end - start != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      char wanted = lowerCase.charAt(i);
      boolean first = i == 0 || lowerCase.charAt(i - 1) == '-';
      byte octet = bytes.get(start + i);
      if (octet != wanted && !(first && octet == Character.toUpperCase(wanted))) {
        return false;
      }
    }
    return true;
  }
