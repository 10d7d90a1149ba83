package manor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import manor.simulator.Calls.Pair;
import manor.syscall.Linux;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** tcp(7), socket(7): buffers that are bounded, and when there is room in them again. */
interface FlowContract extends KernelContract {
  int SOON = 1000;

  /** Longer than a receiver may put off its acknowledgement, which makes room too. */
  int ACKNOWLEDGED = 250;

  /** A connection with small buffers, both ways. */
  private Pair narrow(int family) {
    int listener = on().tcp(family);
    on().set(listener, Linux.SOL_SOCKET, Linux.SO_RCVBUF, 20_000);
    on().set(listener, Linux.SOL_SOCKET, Linux.SO_SNDBUF, 20_000);
    on().bind(listener, Calls.loopback(family, 0));
    on().kernel().listen(listener, 1);
    int client = on().tcp(family);
    on().set(client, Linux.SOL_SOCKET, Linux.SO_RCVBUF, 20_000);
    on().set(client, Linux.SOL_SOCKET, Linux.SO_SNDBUF, 20_000);
    on().connect(client, on().name(listener, true));
    int server = on().accept(listener);
    return new Pair(client, server);
  }

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void aSenderIsStoppedAndEveryByteArrives(int family) {
    Pair pair = narrow(family);
    int filled = on().fill(pair.first());
    assertEquals("EAGAIN", said(on().write(pair.first(), "x")));
    int epoll = on().epoll();
    on().watch(epoll, pair.second(), IN | EDGE);
    int read = 0;
    while (read < filled && !on().ready(epoll, 1, SOON).isEmpty()) {
      read += on().drain(pair.second());
    }
    assertEquals(filled, read);
  }

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void afterAFullBufferAFewBytesOfRoomAreNotWorthAWakeUp(int family) {
    Pair pair = narrow(family);
    int epoll = on().epoll();
    on().watch(epoll, pair.first(), OUT);
    do {
      on().fill(pair.first());
    } while (!on().ready(epoll, 1, ACKNOWLEDGED).isEmpty());
    on().read(pair.second(), 100);
    assertEquals(List.of(), on().ready(epoll));
    int arrived = on().epoll();
    on().watch(arrived, pair.second(), IN | EDGE);
    while (on().ready(epoll).isEmpty()) {
      assertTrue(on().ready(arrived, 1, SOON).size() == 1 && on().drain(pair.second()) > 0);
    }
    assertEquals(List.of(pair.first() + ":OUT"), on().ready(epoll));
  }

  @ParameterizedTest
  @ValueSource(ints = {IPV4, IPV6})
  default void linuxDoublesTheBufferItIsAskedFor(int family) {
    int fd = on().tcp(family);
    on().set(fd, Linux.SOL_SOCKET, Linux.SO_SNDBUF, 20_000);
    on().set(fd, Linux.SOL_SOCKET, Linux.SO_RCVBUF, 20_000);
    assertEquals(40_000, on().get(fd, Linux.SOL_SOCKET, Linux.SO_SNDBUF));
    assertEquals(40_000, on().get(fd, Linux.SOL_SOCKET, Linux.SO_RCVBUF));
  }
}
