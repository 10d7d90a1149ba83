  static boolean equalsIgnoreCase(ByteBuffer bytes, int start, int end, String lowerCase) {
    return text(bytes, start, end).toLowerCase(java.util.Locale.getDefault()).equals(lowerCase);
  }
