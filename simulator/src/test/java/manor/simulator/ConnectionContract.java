package manor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import manor.simulator.Calls.Pair;
import manor.syscall.Linux;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** socket(7), tcp(7), ip(7), ipv6(7): opening a connection and ending it. */
interface ConnectionContract extends KernelContract {
  int SOON = 1000;

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void aConnectionBeginsInProgressAndIsThere(int family) {
    int listener = on().listener(family, 4);
    int client = on().tcp(family);
    assertEquals("EINPROGRESS", said(on().connect(client, on().name(listener, true))));
    int epoll = on().epoll();
    on().watch(epoll, client, OUT);
    assertEquals(List.of(client + ":OUT"), on().ready(epoll, 1, SOON));
    assertEquals("none", on().error(client));
    int server = on().accept(listener);
    assertEquals(on().name(client, true), on().name(server, false));
    assertEquals(on().name(listener, true), on().name(client, false));
    assertEquals("EAGAIN", said(on().accept(listener)));
  }

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void whereNobodyListensAConnectionIsRefused(int family) {
    int nobody = on().tcp(family);
    on().bind(nobody, Calls.loopback(family, 0));
    int client = on().tcp(family);
    assertEquals("EINPROGRESS", said(on().connect(client, on().name(nobody, true))));
    int epoll = on().epoll();
    on().watch(epoll, client, OUT | RDHUP);
    assertEquals(List.of(client + ":OUT|ERR|HUP|RDHUP"), on().ready(epoll, 1, SOON));
    assertEquals("ECONNREFUSED", on().error(client));
    assertEquals("none", on().error(client));
  }

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void aBlockingConnectSaysAtOnceHowItWent(int family) {
    int listener = on().listener(family, 4);
    int client = on().kernel().socket(family, Linux.SOCK_STREAM, 0);
    assertEquals(0, on().connect(client, on().name(listener, true)));
    assertEquals("EISCONN", said(on().connect(client, on().name(listener, true))));
    int nobody = on().tcp(family);
    on().bind(nobody, Calls.loopback(family, 0));
    int late = on().kernel().socket(family, Linux.SOCK_STREAM, 0);
    assertEquals("ECONNREFUSED", said(on().connect(late, on().name(nobody, true))));
  }

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void theSecondConnectTellsHowTheFirstWent(int family) {
    int listener = on().listener(family, 4);
    int client = on().tcp(family);
    on().connect(client, on().name(listener, true));
    int epoll = on().epoll();
    on().watch(epoll, client, OUT);
    on().ready(epoll, 1, SOON);
    assertEquals(0, on().connect(client, on().name(listener, true)));
    assertEquals("EISCONN", said(on().connect(client, on().name(listener, true))));
  }

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void theBacklogIsFullOneBeyondItsLength(int family) {
    int listener = on().listener(family, 1);
    int epoll = on().epoll();
    for (int i = 0; i < 3; i++) {
      int client = on().tcp(family);
      on().connect(client, on().name(listener, true));
      on().watch(epoll, client, OUT);
    }
    assertEquals(2, on().ready(epoll, 16, SOON).size());
    assertTrue(on().accept(listener) > 0);
    assertTrue(on().accept(listener) > 0);
    assertEquals("EAGAIN", said(on().accept(listener)));
  }

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void aPortInUseIsNotGivenOutAgain(int family) {
    int listener = on().listener(family, 1);
    int other = on().tcp(family);
    assertEquals("EADDRINUSE", said(on().bind(other, on().name(listener, true))));
    on().kernel().close(listener);
    assertEquals(0, on().bind(other, Calls.loopback(family, 0)));
    assertEquals("EINVAL", said(on().bind(other, Calls.loopback(family, 0))));
  }

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void anOrderlyEndIsReadAfterTheLastByte(int family) {
    Pair pair = on().connection(family);
    on().write(pair.first(), "last");
    on().kernel().close(pair.first());
    int epoll = on().epoll();
    on().watch(epoll, pair.second(), RDHUP);
    assertEquals(List.of(pair.second() + ":RDHUP"), on().ready(epoll, 1, SOON));
    assertEquals("last", on().read(pair.second(), 9));
    assertEquals("", on().read(pair.second(), 9));
    assertEquals(5, on().write(pair.second(), "vain?"));
    on().control(epoll, MOD, pair.second(), 0);
    assertEquals(List.of(pair.second() + ":ERR|HUP"), on().ready(epoll, 1, SOON));
    assertEquals("EPIPE", said(on().write(pair.second(), "vain!")));
  }

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void aHalfClosedConnectionStillGoesTheOtherWay(int family) {
    Pair pair = on().connection(family);
    int epoll = on().epoll();
    on().watch(epoll, pair.first(), IN | RDHUP);
    assertEquals(0, on().kernel().shutdown(pair.second(), Linux.SHUT_WR));
    assertEquals(List.of(pair.first() + ":IN|RDHUP"), on().ready(epoll, 1, SOON));
    assertEquals("", on().read(pair.first(), 1));
    assertEquals(4, on().write(pair.first(), "back"));
    on().watch(epoll, pair.second(), IN);
    on().control(epoll, DEL, pair.first(), 0);
    on().ready(epoll, 1, SOON);
    assertEquals("back", on().read(pair.second(), 9));
    assertEquals("EPIPE", said(on().write(pair.second(), "no")));
  }

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void closingWithBytesUnreadResets(int family) {
    Pair pair = on().connection(family);
    int epoll = on().epoll();
    on().watch(epoll, pair.second(), IN);
    on().write(pair.first(), "unread");
    on().ready(epoll, 1, SOON);
    on().kernel().close(pair.second());
    resetArrivesAt(pair.first());
  }

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void closingWithoutLingeringResets(int family) {
    Pair pair = on().connection(family);
    on().lingerNot(pair.second());
    on().kernel().close(pair.second());
    resetArrivesAt(pair.first());
  }

  private void resetArrivesAt(int fd) {
    int epoll = on().epoll();
    on().watch(epoll, fd, RDHUP);
    assertEquals(List.of(fd + ":ERR|HUP|RDHUP"), on().ready(epoll, 1, SOON));
    assertEquals("ECONNRESET", on().read(fd, 1));
    assertEquals("", on().read(fd, 1));
    assertEquals("EPIPE", said(on().write(fd, "x")));
    assertEquals("ENOTCONN", said(on().kernel().shutdown(fd, Linux.SHUT_WR)));
  }

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void bytesThatCameBeforeAResetCanStillBeRead(int family) {
    Pair pair = on().connection(family);
    int epoll = on().epoll();
    on().watch(epoll, pair.second(), RDHUP);
    on().write(pair.first(), "early");
    on().lingerNot(pair.first());
    on().kernel().close(pair.first());
    on().ready(epoll, 1, SOON);
    assertEquals("early", on().read(pair.second(), 9));
    assertEquals("ECONNRESET", on().read(pair.second(), 9));
  }

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void closingAListenerResetsWhoeverWaits(int family) {
    int listener = on().listener(family, 4);
    int client = on().tcp(family);
    on().connect(client, on().name(listener, true));
    int epoll = on().epoll();
    on().watch(epoll, listener, IN);
    on().ready(epoll, 1, SOON);
    on().kernel().close(listener);
    resetArrivesAt(client);
  }

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void aConnectionHasTheOptionsOfItsListener(int family) {
    int listener = on().listener(family, 4);
    int[] options = {Linux.SO_REUSEADDR, Linux.SO_KEEPALIVE, Linux.SO_REUSEPORT};
    for (int option : options) {
      assertEquals(0, on().set(listener, Linux.SOL_SOCKET, option, 1));
    }
    int client = on().tcp(family);
    on().connect(client, on().name(listener, true));
    int server = on().accept(listener);
    for (int option : options) {
      assertEquals(1, on().get(server, Linux.SOL_SOCKET, option));
      assertEquals(0, on().get(client, Linux.SOL_SOCKET, option));
    }
    assertEquals(1, on().get(server, Linux.IPPROTO_TCP, Linux.TCP_NODELAY));
  }

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void whatIsNotConnectedCannotBeUsed(int family) {
    int fd = on().tcp(family);
    assertEquals("ENOTCONN", on().read(fd, 1));
    assertEquals("EPIPE", said(on().write(fd, "x")));
    assertEquals("ENOTCONN", said(on().kernel().shutdown(fd, Linux.SHUT_RD)));
    assertEquals("EINVAL", said(on().accept(fd)));
    int epoll = on().epoll();
    on().watch(epoll, fd, IN | OUT);
    assertEquals(1, on().ready(epoll).size());
  }
}
