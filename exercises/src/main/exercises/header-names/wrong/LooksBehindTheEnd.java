  static boolean equalsIgnoreCase(ByteBuffer bytes, int start, int end, String lowerCase) {
    for (int i = 0; i < end - start; i++) {
      int octet = bytes.get(start + i);
      if (octet >= 'A' && octet <= 'Z') octet += 32;
      if (octet != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }
