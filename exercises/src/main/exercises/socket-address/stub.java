  /** An envelope holding {@code address}, which must be resolved. */
  public static SockAddr of(InetSocketAddress address) {
    throw Todo.yours("SockAddr.of: write family, port, address and length.");
  }
