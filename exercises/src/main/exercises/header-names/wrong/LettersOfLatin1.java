  static boolean equalsIgnoreCase(ByteBuffer bytes, int start, int end, String lowerCase) {
    if (end - start != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      int octet = bytes.get(start + i);
      octet = Character.toLowerCase((char) (octet & 0xff));
      if (octet != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }
