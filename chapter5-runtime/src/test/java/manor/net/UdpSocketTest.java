package manor.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import manor.io.Handle;
import manor.io.ShutdownException;
import manor.runtime.JoinHandle;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.syscall.RealKernel;
import manor.task.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealKernel
@Timeout(30)
class UdpSocketTest {
  private final Town town;
  private final Handle handle;
  private final Memory memory = Memory.allocate(100);

  UdpSocketTest(Kernel kernel) throws ErrnoException {
    town = new Town(kernel);
    handle = town.runtime.handle();
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void aDatagramArrivesWholeAndWhatDoesNotFitIsLost() throws Exception {
    UdpSocket one = UdpSocket.bind(handle, Town.ANYWHERE);
    UdpSocket other = UdpSocket.bind(handle, Town.ANYWHERE);
    one.connect(other.localAddress());
    other.connect(one.localAddress());
    var receiving = town.runtime.spawn(other.receive(memory, 50, 50));
    assertEquals(20, town.runtime.blockOn(one.send(memory, 0, 20)));
    assertEquals(20, town.runtime.blockOn(receiving));
    town.runtime.blockOn(one.send(memory, 0, 30));
    town.runtime.blockOn(one.send(memory, 0, 0));
    assertEquals(10, town.runtime.blockOn(other.receive(memory, 0, 10)));
    assertEquals(0, town.runtime.blockOn(other.receive(memory, 0, 10)), "empty, and no end");
  }

  @Test
  void oneSocketAnswersWhoeverAsks() throws Exception {
    UdpSocket server = UdpSocket.bind(handle, Town.ANYWHERE);
    Memory desk = Memory.allocate(20);
    JoinHandle<Void> serving =
        town.runtime.spawn(
            Future.loop(
                () ->
                    server
                        .receiveFrom(desk, 0, 20)
                        .then(letter -> server.sendTo(desk, 0, letter.length(), letter.sender()))
                        .map(sent -> true)));
    for (int size = 0; size < 3; size++) {
      UdpSocket guest = UdpSocket.bind(handle, Town.ANYWHERE);
      town.runtime.blockOn(guest.sendTo(memory, 0, size, server.localAddress()));
      Datagram answer = town.runtime.blockOn(guest.receiveFrom(memory, 50, 50));
      assertEquals(new Datagram(size, server.localAddress()), answer);
    }
    assertFalse(serving.isFinished());
  }

  @Test
  void manyThatArriveAtOnceAreAllTaken() throws Exception {
    UdpSocket one = UdpSocket.bind(handle, Town.ANYWHERE);
    UdpSocket other = UdpSocket.bind(handle, Town.ANYWHERE);
    for (int size = 1; size <= 20; size++) {
      town.runtime.blockOn(one.sendTo(memory, 0, size, other.localAddress()));
    }
    for (int size = 1; size <= 20; size++) {
      assertEquals(size, town.runtime.blockOn(other.receiveFrom(memory, 0, 100)).length());
    }
  }

  @Test
  void whatCannotBeSentIsSaid() throws Exception {
    UdpSocket one = UdpSocket.bind(handle, Town.ANYWHERE);
    Memory much = Memory.allocate(65_508);
    refused(Errno.EDESTADDRREQ, one.send(memory, 0, 1));
    refused(Errno.EMSGSIZE, one.sendTo(much, 0, 65_508, one.localAddress()));
    assertEquals(65_507, town.runtime.blockOn(one.sendTo(much, 0, 65_507, one.localAddress())));
    assertEquals(65_507, town.runtime.blockOn(one.receiveFrom(much, 0, 65_508)).length());
  }

  private void refused(int errno, Future<?> future) {
    ErrnoException thrown = assertThrows(ErrnoException.class, () -> town.runtime.blockOn(future));
    assertEquals(errno, thrown.errno());
  }

  @Test
  void whoHasChosenAPeerHearsNobodyElse() throws Exception {
    UdpSocket one = UdpSocket.bind(handle, Town.ANYWHERE);
    UdpSocket peer = UdpSocket.bind(handle, Town.ANYWHERE);
    UdpSocket stranger = UdpSocket.bind(handle, Town.ANYWHERE);
    one.connect(peer.localAddress());
    town.runtime.blockOn(stranger.sendTo(memory, 0, 1, one.localAddress()));
    town.runtime.blockOn(peer.sendTo(memory, 0, 2, one.localAddress()));
    Datagram heard = town.runtime.blockOn(one.receiveFrom(memory, 0, 10));
    assertEquals(new Datagram(2, peer.localAddress()), heard);
  }

  @Test
  void closingTellsWhoeverWaits() throws Exception {
    UdpSocket one = UdpSocket.bind(handle, Town.ANYWHERE);
    JoinHandle<Datagram> waiting = town.runtime.spawn(one.receiveFrom(memory, 0, 10));
    town.runtime.blockOn(
        Future.ready(null)
            .map(
                nothing -> {
                  one.close();
                  return nothing;
                }));
    Exception thrown = assertThrows(Exception.class, () -> town.runtime.blockOn(waiting));
    assertInstanceOf(ShutdownException.class, thrown.getCause());
  }

  @Test
  void whereNobodyListensTheSenderHearsOfIt() throws Exception {
    UdpSocket gone = UdpSocket.bind(handle, Town.ANYWHERE);
    UdpSocket one = UdpSocket.bind(handle, Town.ANYWHERE);
    one.connect(gone.localAddress());
    gone.close();
    var receiving = town.runtime.spawn(one.receive(memory, 0, 10));
    town.runtime.blockOn(one.send(memory, 0, 1));
    var thrown = assertThrows(Exception.class, () -> town.runtime.blockOn(receiving));
    assertEquals(Errno.ECONNREFUSED, ((ErrnoException) thrown.getCause()).errno());
  }

  @Test
  void aPortInUseIsRefusedAndNothingStaysOpen() throws Exception {
    UdpSocket one = UdpSocket.bind(handle, Town.ANYWHERE);
    var thrown =
        assertThrows(ErrnoException.class, () -> UdpSocket.bind(handle, one.localAddress()));
    assertEquals(Errno.EADDRINUSE, thrown.errno());
    assertEquals(1, handle.registrations());
  }
}
