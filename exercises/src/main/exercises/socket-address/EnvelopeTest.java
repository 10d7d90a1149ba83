package manor.exercises.socketaddress;

import static org.junit.jupiter.api.Assertions.fail;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import manor.syscall.Linux;
import manor.syscall.SockAddr;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class EnvelopeTest {
  private static final InetSocketAddress IPV4 = new InetSocketAddress("192.0.2.7", 8000);
  private static final InetSocketAddress IPV6 = new InetSocketAddress("2001:db8::a:b", 51966);

  /** The student's envelope; what it throws is told together with the address. */
  private static SockAddr of(InetSocketAddress address) {
    String whose = SockAddr.format(address);
    try {
      SockAddr envelope = SockAddr.of(address);
      return envelope != null ? envelope : fail("SockAddr.of answered null for " + whose + ".");
    } catch (IndexOutOfBoundsException | BufferOverflowException beyond) {
      return fail("A byte of " + whose + " would stand beyond the envelope, which has 28.", beyond);
    } catch (ClassCastException other) {
      return fail(
          whose
              + " was taken for the other kind of address: Inet4Address and Inet6Address are two"
              + "\nclasses, and only the second has a scope. Ask first (instanceof).",
          other);
    } catch (RuntimeException thrown) {
      return fail(
          whose
              + " was not put into an envelope: "
              + thrown
              + "\nIts bytes are those of getAddress().getAddress(): no text needs to be read.",
          thrown);
    }
  }

  private static byte[] bytes(SockAddr envelope) {
    byte[] bytes = new byte[SockAddr.SIZE];
    envelope.memory().bytes().get(0, bytes);
    return bytes;
  }

  /** Compares a few bytes of the envelope, and shows them with carets below. */
  private static void holds(InetSocketAddress address, int at, byte[] expected, String mistake) {
    byte[] bytes = bytes(of(address));
    for (int i = 0; i < expected.length; i++) {
      if (bytes[at + i] != expected[i]) {
        fail(
            mistake
                + "\nThe envelope of "
                + SockAddr.format(address)
                + ":\n"
                + dump(bytes, at, expected.length)
                + "\n  expected there: "
                + hex(expected, 0, expected.length));
      }
    }
  }

  private static String hex(byte[] bytes, int from, int end) {
    StringBuilder text = new StringBuilder();
    for (int at = from; at < end; at++) {
      text.append(String.format("%02x ", bytes[at]));
    }
    return text.toString().strip();
  }

  private static String dump(byte[] bytes, int at, int length) {
    StringBuilder text = new StringBuilder();
    for (int row = at / 8 * 8; row < at + length; row += 8) {
      int end = Math.min(row + 8, bytes.length);
      text.append(String.format("  byte %2d:  ", row)).append(hex(bytes, row, end)).append('\n');
      StringBuilder carets = new StringBuilder(" ".repeat(12));
      for (int i = row; i < end; i++) {
        carets.append(i >= at && i < at + length ? "^^ " : "   ");
      }
      text.append(carets.toString().stripTrailing()).append('\n');
    }
    return text.toString().stripTrailing();
  }

  private static byte[] nativeInt(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(0, value).array();
  }

  private static byte[] nativeShort(int value) {
    return ByteBuffer.allocate(2).order(ByteOrder.nativeOrder()).putShort(0, (short) value).array();
  }

  private static void isLong(InetSocketAddress address, int expected, String mistake) {
    int length = of(address).length();
    if (length != expected) {
      String order =
          Integer.reverseBytes(length) == expected
              ? "\nThat is the number in network byte order. The length is in the machine's:"
                  + " putInt."
              : "";
      fail(mistake + "\nThe length is " + length + ", not " + expected + "." + order);
    }
  }

  @Test
  @Order(1)
  void theEnvelopesOwnOrderIsLeftAlone() {
    if (of(IPV4).memory().bytes().order() != ByteOrder.nativeOrder()) {
      fail(
          "You turned the byte order of the memory (order), and turned it for good: whatever is put"
              + " or read\nafterwards, the scope as well, stands the wrong way round. Memory is in the"
              + " machine's order,\nand others rely on it. For the port, put two single bytes.");
    }
  }

  @Test
  @Order(2)
  void theFamilyIsInTheMachinesOrder() {
    String mistake =
        "The family is two bytes in the machine's byte order, at offset 0: AF_INET is 2,\n"
            + "AF_INET6 is 10.";
    holds(IPV4, 0, nativeShort(Linux.AF_INET), mistake);
    holds(IPV6, 0, nativeShort(Linux.AF_INET6), mistake);
  }

  @Test
  @Order(3)
  void thePortIsInNetworkOrder() {
    String mistake =
        "The port is in network byte order, at offset 2: the high byte first. Port 8000 is\n"
            + "0x1f40; the other way round the kernel would read 16415.";
    holds(IPV4, 2, new byte[] {0x1f, 0x40}, mistake);
    holds(
        IPV6,
        2,
        new byte[] {(byte) 0xca, (byte) 0xfe},
        "IPv6 has its port at the same place: two bytes, the high one first.");
  }

  @Test
  @Order(4)
  void anIpv4AddressIsFourBytes() {
    holds(
        IPV4,
        4,
        new byte[] {(byte) 192, 0, 2, 7},
        "An IPv4 address is four bytes at offset 4, in the order in which it is read.");
    holds(IPV4, 8, new byte[8], "Behind an IPv4 address there are eight zero bytes.");
    isLong(IPV4, 16, "A sockaddr_in is 16 bytes long, its eight zero bytes included.");
  }

  @Test
  @Order(5)
  void anIpv6AddressIsSixteenBytes() {
    byte[] ip = IPV6.getAddress().getAddress();
    holds(
        IPV6,
        8,
        ip,
        "An IPv6 address is 16 bytes at offset 8; at offset 4 is the flow, which is 0.");
    holds(IPV6, 4, new byte[4], "At offset 4 of an IPv6 address is the flow, and it is 0.");
    isLong(IPV6, 28, "A sockaddr_in6 is 28 bytes long.");
  }

  @Test
  @Order(6)
  void anAddressOfOneCardKeepsTheCardsNumber() throws UnknownHostException {
    byte[] ip = InetAddress.getByName("fe80::1").getAddress();
    InetSocketAddress address = new InetSocketAddress(Inet6Address.getByAddress(null, ip, 7), 80);
    holds(
        address,
        24,
        nativeInt(7),
        "fe80::1%7 lives on network card 7. The scope, an int in the machine's order at\n"
            + "offset 24, has to say so: without it the kernel does not know which card, and\n"
            + "with its bytes turned round it looks for another one.");
    InetSocketAddress far = new InetSocketAddress(Inet6Address.getByAddress(null, ip, 70_000), 80);
    holds(far, 24, nativeInt(70_000), "The scope is an int: all four bytes of it count.");
    byte[] everyone = InetAddress.getByName("ff02::1").getAddress();
    holds(
        new InetSocketAddress(Inet6Address.getByAddress(null, everyone, 7), 80),
        24,
        nativeInt(7),
        "fe80::... are not the only addresses of one card: ff02::1%7, everyone at that card, has a\n"
            + "scope as well. Put getScopeId() in, whatever the address is: where there is none, it is 0.");
  }

  @Test
  @Order(7)
  void everyAddressHasAnEnvelopeOfItsOwn() {
    SockAddr first = of(IPV6);
    of(IPV4);
    if (first.family() != Linux.AF_INET6) {
      fail(
          "Two addresses were put into one envelope, one over the other: make a new one for each.");
    }
  }
}
