  /** Mine. */
  public static SockAddr of(InetSocketAddress address) {
    SockAddr envelope = new SockAddr();
    byte[] ip = address.getAddress().getAddress();
    boolean ipv4 = ip.length == 4;
    ByteBuffer bytes = envelope.memory.bytes();
    bytes.putShort(0, (short) (ipv4 ? Linux.AF_INET : Linux.AF_INET6));
    bytes.put(PORT, (byte) (address.getPort() >> 8));
    bytes.put(PORT + 1, (byte) address.getPort());
    bytes.put(ipv4 ? IPV4_ADDRESS : IPV6_ADDRESS, ip);
    if (address.getAddress() instanceof Inet6Address ipv6 && ipv6.isLinkLocalAddress()) {
      bytes.putInt(IPV6_SCOPE, ipv6.getScopeId());
    }
    envelope.length.putInt(0, ipv4 ? IPV4_SIZE : SIZE);
    return envelope;
  }
