package manor.simulator;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import manor.syscall.Errno;
import manor.syscall.Linux;
import manor.syscall.Memory;

/**
 * Addresses as the calls carry them, ip(7) and ipv6(7). An IPv4 address on an IPv6 socket travels
 * as {@code ::ffff:a.b.c.d}.
 */
final class AddressForm {
  private static final int IPV4_SIZE = 16;
  private static final int IPV6_SIZE = 28;
  private static final int IPV6_SMALLEST = 24;
  private static final int UNIX_SIZE = 2;

  private AddressForm() {}

  /** 0, or why these bytes are no address for a socket of this family. */
  static int check(int family, Memory address, int length) {
    if (length < (family == Linux.AF_INET ? IPV4_SIZE : IPV6_SMALLEST)) {
      return -Errno.EINVAL;
    }
    return address.bytes().getShort(0) == family ? 0 : -Errno.EAFNOSUPPORT;
  }

  /** 0, or why a socket of this family can never be bound to what these bytes say. */
  static int checkOwn(int family, Memory address, int length) {
    int wrong = check(family, address, length);
    if (wrong != 0) {
      return wrong;
    }
    InetAddress host = read(address).getAddress();
    boolean isOwn = host.isLoopbackAddress() || host.isAnyLocalAddress();
    return isOwn ? 0 : -Errno.EADDRNOTAVAIL;
  }

  /** Where a connection or a datagram goes. Nobody has the wildcard: it means this machine. */
  static InetSocketAddress readTarget(Memory address) {
    InetSocketAddress target = read(address);
    return target.getAddress().isAnyLocalAddress()
        ? new InetSocketAddress(loopback(isIpv4(target)), target.getPort())
        : target;
  }

  /** The address in bytes that have been checked. */
  static InetSocketAddress read(Memory address) {
    ByteBuffer bytes = address.bytes();
    boolean ipv4 = bytes.getShort(0) == Linux.AF_INET;
    byte[] ip = new byte[ipv4 ? 4 : 16];
    bytes.get(ipv4 ? 4 : 8, ip);
    int port = Byte.toUnsignedInt(bytes.get(2)) << 8 | Byte.toUnsignedInt(bytes.get(3));
    return new InetSocketAddress(of(ip), port);
  }

  /** The address that stands for every address of a family. */
  static InetAddress wildcard(int family) {
    return of(new byte[family == Linux.AF_INET ? 4 : 16]);
  }

  /** The address by which a machine reaches itself. */
  static InetAddress loopback(boolean ipv4) {
    byte[] ip = new byte[ipv4 ? 4 : 16];
    ip[0] = (byte) (ipv4 ? 127 : 0);
    ip[ip.length - 1] = 1;
    return of(ip);
  }

  static boolean isIpv4(InetSocketAddress address) {
    return address.getAddress() instanceof Inet4Address;
  }

  private static InetAddress of(byte[] ip) {
    try {
      return InetAddress.getByAddress(ip);
    } catch (UnknownHostException impossible) {
      throw new AssertionError("4 or 16 bytes are an address", impossible);
    }
  }

  /** Fills in as much as there is room for, and says in {@code length} how much there would be. */
  static int write(InetSocketAddress address, int family, Memory target, Memory length) {
    byte[] form = new byte[family == Linux.AF_INET ? IPV4_SIZE : IPV6_SIZE];
    byte[] ip = address.getAddress().getAddress();
    form[2] = (byte) (address.getPort() >> 8);
    form[3] = (byte) address.getPort();
    if (family == Linux.AF_INET6 && ip.length == 4) {
      form[18] = -1;
      form[19] = -1;
    }
    int start = family == Linux.AF_INET ? 4 : 24 - ip.length;
    System.arraycopy(ip, 0, form, start, ip.length);
    return write(form, family, target, length);
  }

  /** No address at all, and {@code answer} all the same. */
  static int writeNone(Memory length, int answer) {
    if (length.getInt(0) < 0) {
      return -Errno.EINVAL;
    }
    length.putInt(0, 0);
    return answer;
  }

  /** The address of a socket that has no name: only its family. */
  static int writeUnnamed(Memory target, Memory length) {
    return write(new byte[UNIX_SIZE], Linux.AF_UNIX, target, length);
  }

  private static int write(byte[] form, int family, Memory target, Memory length) {
    int room = length.getInt(0);
    if (room < 0) {
      return -Errno.EINVAL;
    }
    ByteBuffer.wrap(form).order(target.bytes().order()).putShort(0, (short) family);
    target.bytes().put(0, form, 0, Math.min(room, form.length));
    length.putInt(0, form.length);
    return 0;
  }
}
