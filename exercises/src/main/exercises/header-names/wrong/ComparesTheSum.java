  static boolean equalsIgnoreCase(ByteBuffer bytes, int start, int end, String lowerCase) {
    if (end - start != lowerCase.length()) {
      return false;
    }
    int one = 0;
    int other = 0;
    for (int i = 0; i < lowerCase.length(); i++) {
      int b = bytes.get(start + i);
      one += b >= 'A' && b <= 'Z' ? b + 32 : b;
      other += lowerCase.charAt(i);
    }
    return one == other;
  }
