package manor.syscall;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * The envelope in which a network address crosses the border: {@code struct sockaddr_in} of ip(7)
 * or {@code struct sockaddr_in6} of ipv6(7), and its length.
 *
 * <pre>
 *   offset  IPv4              IPv6
 *   0       family (2)        family (2), both in the machine's byte order
 *   2       port (2)          port (2), both in network byte order
 *   4       address (4)       flow (4)
 *   8                         address (16)
 *   24                        scope (4)
 * </pre>
 *
 * <p>One envelope is used again and again. Threads: one at a time.
 */
public final class SockAddr {
  /** Room for the larger of the two. */
  public static final int SIZE = 28;

  private static final int IPV4_SIZE = 16;
  private static final int PORT = 2;
  private static final int IPV4_ADDRESS = 4;
  private static final int IPV6_ADDRESS = 8;
  private static final int IPV6_SCOPE = 24;

  private final Memory memory = Memory.allocate(SIZE);
  private final Memory length = Memory.allocate(Integer.BYTES);

  /** An empty envelope, with room for either kind. */
  public SockAddr() {
    clear();
  }

  // tag::of[]
  /** An envelope holding {@code address}, which must be resolved. */
  public static SockAddr of(InetSocketAddress address) {
    SockAddr envelope = new SockAddr();
    byte[] ip = address.getAddress().getAddress();
    boolean ipv4 = ip.length == 4;
    ByteBuffer bytes = envelope.memory.bytes();
    bytes.putShort(0, (short) (ipv4 ? Linux.AF_INET : Linux.AF_INET6));
    bytes.put(PORT, (byte) (address.getPort() >> 8));
    bytes.put(PORT + 1, (byte) address.getPort());
    bytes.put(ipv4 ? IPV4_ADDRESS : IPV6_ADDRESS, ip);
    if (address.getAddress() instanceof Inet6Address ipv6) {
      bytes.putInt(IPV6_SCOPE, ipv6.getScopeId());
    }
    envelope.length.putInt(0, ipv4 ? IPV4_SIZE : SIZE);
    return envelope;
  }

  // end::of[]

  /** Makes room for the kernel to fill in either kind; the length says how much there is. */
  public void clear() {
    length.putInt(0, SIZE);
  }

  /** The bytes of the address, as the kernel takes and fills them. */
  public Memory memory() {
    return memory;
  }

  /** The length that crosses in both directions: room before the call, bytes used after. */
  public Memory lengthMemory() {
    return length;
  }

  /** Bytes used. */
  public int length() {
    return length.getInt(0);
  }

  /** {@link Linux#AF_INET}, {@link Linux#AF_INET6}, or what else the kernel filled in. */
  public int family() {
    return memory.bytes().getShort(0);
  }

  /**
   * What the envelope holds now.
   *
   * @throws IllegalStateException when it is neither IPv4 nor IPv6
   */
  public InetSocketAddress get() {
    int family = family();
    if (family != Linux.AF_INET && family != Linux.AF_INET6) {
      throw new IllegalStateException("not an internet address: family " + family);
    }
    byte[] ip = new byte[family == Linux.AF_INET ? 4 : 16];
    memory.bytes().get(family == Linux.AF_INET ? IPV4_ADDRESS : IPV6_ADDRESS, ip);
    int high = Byte.toUnsignedInt(memory.bytes().get(PORT));
    int low = Byte.toUnsignedInt(memory.bytes().get(PORT + 1));
    try {
      return new InetSocketAddress(address(ip), high << 8 | low);
    } catch (UnknownHostException impossible) {
      throw new AssertionError("4 or 16 bytes are an address", impossible);
    }
  }

  /** An address of one network card only, such as fe80::1, is nothing without the card's number. */
  private InetAddress address(byte[] ip) throws UnknownHostException {
    int scope = ip.length == 4 ? 0 : memory.getInt(IPV6_SCOPE);
    return scope == 0 ? InetAddress.getByAddress(ip) : Inet6Address.getByAddress(null, ip, scope);
  }

  /** The address and port, as {@code 127.0.0.1:8000} or {@code [::1]:8000}. */
  @Override
  public String toString() {
    return format(get());
  }

  /** An address and port as a URL has them: IPv6 shortened, in square brackets. */
  public static String format(InetSocketAddress address) {
    String ip = IpFormat.text(address.getAddress().getAddress());
    if (address.getAddress() instanceof Inet6Address ipv6) {
      ip = "[" + ip + (ipv6.getScopeId() == 0 ? "" : "%" + ipv6.getScopeId()) + "]";
    }
    return ip + ":" + address.getPort();
  }
}
