package manor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.util.List;
import manor.simulator.Calls.Letter;
import manor.syscall.Linux;
import org.junit.jupiter.api.Test;

/** socket(2), sendto(2), recv(2), udp(7). */
interface DatagramContract extends KernelContract {
  @Test
  default void aDatagramTellsWhoSentIt() {
    int one = on().datagrams(IPV4, true);
    int other = on().datagrams(IPV4, true);
    assertEquals(5, on().sendTo(one, "hello", on().name(other, true)));
    assertEquals(new Letter("hello", on().name(one, true)), on().letter(other, 9));
    assertEquals("EAGAIN", on().receiveFrom(other, 9));
  }

  @Test
  default void whoeverSendsHasAPort() {
    int one = on().datagrams(IPV4, false);
    int other = on().datagrams(IPV4, true);
    assertEquals(0, on().name(one, true).getPort());
    on().sendTo(one, "x", on().name(other, true));
    InetSocketAddress sender = on().letter(other, 1).sender();
    assertEquals(Calls.loopback(IPV4, on().name(one, true).getPort()), sender);
    assertEquals("0.0.0.0", on().name(one, true).getAddress().getHostAddress());
  }

  @Test
  default void whatDoesNotFitIsLostAndAnEmptyOneIsOneToo() {
    int one = on().datagrams(IPV4, true);
    int other = on().datagrams(IPV4, true);
    InetSocketAddress to = on().name(other, true);
    on().sendTo(one, "abcdef", to);
    on().sendTo(one, "", to);
    on().sendTo(one, "next", to);
    assertEquals("abc", on().receiveFrom(other, 3));
    assertEquals("", on().read(other, 0), "a read of nothing takes nothing");
    assertEquals("", on().receiveFrom(other, 3));
    assertEquals("next", on().read(other, 9));
  }

  @Test
  default void aSocketWithAPeerHearsOnlyHim() {
    int one = on().datagrams(IPV4, true);
    int other = on().datagrams(IPV4, true);
    int stranger = on().datagrams(IPV4, true);
    assertEquals(0, on().connect(one, on().name(other, true)));
    assertEquals(on().name(other, true), on().name(one, false));
    on().sendTo(stranger, "psst", on().name(one, true));
    on().sendTo(other, "good day", on().name(one, true));
    assertEquals("good day", on().read(one, 20));
    assertEquals("EAGAIN", on().read(one, 20));
    assertEquals(2, on().write(one, "hi"));
    assertEquals("hi", on().receiveFrom(other, 9));
    assertEquals(2, on().sendTo(one, "ho", on().name(stranger, true)), "an address goes first");
    assertEquals("ho", on().receiveFrom(stranger, 9));
  }

  @Test
  default void ofTwoAtOnePortTheOneWithThatPeerIsMeant() {
    int one = on().datagrams(IPV4, false);
    int other = on().datagrams(IPV4, false);
    int sender = on().datagrams(IPV4, true);
    on().set(one, Linux.SOL_SOCKET, Linux.SO_REUSEADDR, 1);
    on().set(other, Linux.SOL_SOCKET, Linux.SO_REUSEADDR, 1);
    on().bind(one, Calls.loopback(IPV4, 0));
    InetSocketAddress place = on().name(one, true);
    assertEquals(0, on().bind(other, place));
    on().connect(one, on().name(sender, true));
    on().sendTo(sender, "x", place);
    assertEquals("x", on().receiveFrom(one, 1));
    assertEquals("EAGAIN", on().receiveFrom(other, 1));
  }

  @Test
  default void nobodyThereIsToldToOneWhoHasAPeerAndOnce() {
    int one = on().datagrams(IPV4, true);
    int gone = on().datagrams(IPV4, true);
    InetSocketAddress nobody = on().name(gone, true);
    on().kernel().close(gone);
    assertEquals(1, on().sendTo(one, "x", nobody));
    assertEquals("none", on().error(one));
    on().connect(one, nobody);
    int epoll = on().epoll();
    on().watch(epoll, one, IN | OUT);
    assertEquals(1, on().write(one, "x"));
    assertEquals(List.of(one + ":OUT|ERR"), on().ready(epoll));
    assertEquals("ECONNREFUSED", on().read(one, 1));
    assertEquals("EAGAIN", on().read(one, 1));
    on().write(one, "x");
    assertEquals("ECONNREFUSED", said(on().write(one, "x")));
    on().write(one, "x");
    assertEquals("ECONNREFUSED", on().error(one));
    assertEquals("none", on().error(one));
  }

  @Test
  default void aDatagramIsAnEdge() {
    int one = on().datagrams(IPV4, true);
    int other = on().datagrams(IPV4, true);
    int epoll = on().epoll();
    on().watch(epoll, other, IN | EDGE);
    assertEquals(List.of(), on().ready(epoll));
    for (int i = 0; i < 2; i++) {
      on().sendTo(one, "x", on().name(other, true));
      assertEquals(List.of(other + ":IN"), on().ready(epoll));
      assertEquals(List.of(), on().ready(epoll));
    }
    assertEquals("x", on().read(other, 1));
    assertEquals(List.of(), on().ready(epoll), "one is left, and was told of");
  }

  @Test
  default void whatCannotBeSent() {
    int one = on().datagrams(IPV4, true);
    int other = on().datagrams(IPV4, true);
    assertEquals("EDESTADDRREQ", said(on().write(one, "x")));
    assertEquals("EDESTADDRREQ", said(on().sendTo(one, "x", null)));
    assertEquals("EINVAL", said(on().sendTo(one, "x", Calls.loopback(IPV4, 0))));
    InetSocketAddress to = on().name(other, true);
    assertEquals("EMSGSIZE", said(on().sendTo(one, "x".repeat(65_508), to)));
    assertEquals(65_507, on().sendTo(one, "x".repeat(65_507), to));
    assertEquals(65_507, on().read(other, 70_000).length());
  }

  @Test
  default void aSocketWithoutAPeerIsShutDownThoughItIsToldThatItHasNone() {
    int one = on().datagrams(IPV4, true);
    int epoll = on().epoll();
    on().watch(epoll, one, IN | RDHUP);
    assertEquals("ENOTCONN", said(on().kernel().shutdown(one, Linux.SHUT_RD)));
    assertEquals(List.of(one + ":IN|RDHUP"), on().ready(epoll));
    assertEquals("EAGAIN", on().read(one, 1));
    on().kernel().shutdown(one, Linux.SHUT_WR);
    assertEquals(List.of(one + ":IN|HUP|RDHUP"), on().ready(epoll));
    assertEquals("EPIPE", said(on().sendTo(one, "x", on().name(one, true))));
  }

  @Test
  default void thereIsNothingToAcceptAndAPortIsForOne() {
    int one = on().datagrams(IPV4, true);
    assertEquals("EOPNOTSUPP", said(on().kernel().listen(one, 1)));
    assertEquals("EOPNOTSUPP", said(on().accept(one)));
    assertEquals("ENOTCONN", on().peer(one));
    int other = on().datagrams(IPV4, false);
    assertEquals("EADDRINUSE", said(on().bind(other, on().name(one, true))));
    assertEquals("EINVAL", said(on().bind(one, Calls.loopback(IPV4, 0))));
  }

  @Test
  default void datagramsAndStreamsHavePortsOfTheirOwn() {
    int stream = on().tcp(IPV4);
    assertEquals(0, on().bind(stream, Calls.loopback(IPV4, 0)));
    int letters = on().datagrams(IPV4, false);
    assertEquals(0, on().bind(letters, on().name(stream, true)));
    assertEquals(on().name(stream, true), on().name(letters, true));
  }

  @Test
  default void overIpv6ItIsTheSame() {
    int one = on().datagrams(IPV6, true);
    int other = on().datagrams(IPV6, true);
    on().sendTo(one, "six", on().name(other, true));
    assertEquals(new Letter("six", on().name(one, true)), on().letter(other, 9));
  }

  @Test
  default void aStreamHasNoUseForAnAddress() {
    Calls.Pair unix = on().socketpair();
    assertEquals("EISCONN", said(on().sendTo(unix.first(), "x", Calls.loopback(IPV4, 9))));
    assertEquals(1, on().sendTo(unix.first(), "x", null));
    assertEquals(new Letter("x", null), on().letter(unix.second(), 9));
    Calls.Pair tcp = on().connection(IPV4);
    assertEquals(1, on().sendTo(tcp.first(), "y", Calls.loopback(IPV4, 9)));
    assertEquals(new Letter("y", null), on().letter(tcp.second(), 9));
    assertEquals("ENOTSOCK", said(on().sendTo(on().epoll(), "x", null)));
    assertEquals("EBADF", said(on().sendTo(4711, "x", null)));
  }
}
