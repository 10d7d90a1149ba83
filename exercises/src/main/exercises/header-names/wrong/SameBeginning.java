  static boolean equalsIgnoreCase(ByteBuffer bytes, int start, int end, String lowerCase) {
    for (int i = 0; i < end - start && i < lowerCase.length(); i++) {
      int octet = bytes.get(start + i);
      octet = octet >= 'A' && octet <= 'Z' ? octet + 32 : octet;
      if (octet != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }
