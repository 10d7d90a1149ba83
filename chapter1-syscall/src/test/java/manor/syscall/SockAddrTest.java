package manor.syscall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SockAddrTest {
  private static byte[] bytes(SockAddr envelope) {
    byte[] bytes = new byte[envelope.length()];
    envelope.memory().bytes().get(0, bytes);
    return bytes;
  }

  private static ByteBuffer struct(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
  }

  @Test
  void anIpv4AddressIsSixteenBytes() {
    SockAddr envelope = SockAddr.of(new InetSocketAddress("127.0.0.1", 8000));
    ByteBuffer expected = struct(16).putShort(0, (short) Linux.AF_INET);
    expected.put(2, new byte[] {0x1f, 0x40, 127, 0, 0, 1});
    assertArrayEquals(expected.array(), bytes(envelope));
  }

  @Test
  void anIpv6AddressIsTwentyEightBytes() {
    SockAddr envelope = SockAddr.of(new InetSocketAddress("::1", 65535));
    ByteBuffer expected = struct(28).putShort(0, (short) Linux.AF_INET6);
    expected.put(2, new byte[] {(byte) 0xff, (byte) 0xff}).put(23, (byte) 1);
    assertArrayEquals(expected.array(), bytes(envelope));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 32767, 32768, 65535})
  void everyPortComesBack(int port) {
    assertEquals(port, SockAddr.of(new InetSocketAddress("127.0.0.1", port)).get().getPort());
    assertEquals(port, SockAddr.of(new InetSocketAddress("::1", port)).get().getPort());
  }

  @Test
  void anAddressOfOneCardKeepsTheCardsNumber() throws IOException {
    byte[] linkLocal = InetAddress.getByName("fe80::1").getAddress();
    InetAddress address = Inet6Address.getByAddress(null, linkLocal, 7);
    SockAddr envelope = SockAddr.of(new InetSocketAddress(address, 80));
    assertEquals(7, envelope.memory().getInt(24));
    assertEquals(7, ((Inet6Address) envelope.get().getAddress()).getScopeId());
    assertEquals("[fe80::1%7]:80", envelope.toString());
  }

  @Test
  void anEmptyEnvelopeOffersRoomForEitherKind() {
    SockAddr envelope = new SockAddr();
    assertEquals(SockAddr.SIZE, envelope.length());
    assertEquals(SockAddr.SIZE, envelope.memory().size());
    assertThrows(IllegalStateException.class, envelope::get);
  }

  @Test
  void aUsedEnvelopeIsOfferedWhole() {
    SockAddr envelope = SockAddr.of(new InetSocketAddress("127.0.0.1", 1));
    assertEquals(16, envelope.length());
    envelope.clear();
    assertEquals(SockAddr.SIZE, envelope.length());
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,             127.0.0.1:8000",
    "255.255.255.255,       255.255.255.255:8000",
    "::1,                   [::1]:8000",
    "::,                    [::]:8000",
    "2001:db8::,            [2001:db8::]:8000",
    "2001:db8:0:1:1:1:1:1,  [2001:db8:0:1:1:1:1:1]:8000",
    "2001:0:0:1:0:0:0:1,    [2001:0:0:1::1]:8000",
    "1:0:0:2:0:0:3:4,       [1::2:0:0:3:4]:8000",
    "1:2:3:4:5:6:7:8,       [1:2:3:4:5:6:7:8]:8000",
    "fedc:ba98::ffff:0,     [fedc:ba98::ffff:0]:8000"
  })
  void isWrittenAsAUrlHasIt(String ip, String text) {
    assertEquals(text, SockAddr.of(new InetSocketAddress(ip, 8000)).toString());
    assertEquals(text, SockAddr.format(new InetSocketAddress(ip, 8000)));
  }
}
