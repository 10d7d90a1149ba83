package manor.epoll;

import static manor.epoll.Interest.PEER_CLOSED;
import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static manor.syscall.Syscall.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.util.List;
import manor.syscall.AnyKernel;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an end of a conversation is told: half closed, gone, or reset. */
@AnyKernel
class HangUpTest {
  private final Kernel kernel;
  private final Hall hall;
  private final Memory bytes = Memory.allocate(8);

  HangUpTest(Kernel kernel) throws ErrnoException {
    this.kernel = kernel;
    hall = new Hall(kernel);
  }

  @AfterEach
  void leave() {
    hall.close();
  }

  private void friendWillSendNoMore() throws ErrnoException {
    check("shutdown", kernel.shutdown(hall.friend.number(), Linux.SHUT_WR));
  }

  @Test
  void aHalfCloseIsToldToWhoAskedForIt() throws ErrnoException {
    hall.care(PEER_CLOSED);
    assertEquals(List.of(), hall.look());
    friendWillSendNoMore();
    Ready ready = hall.look().get(0);
    assertEquals(new Ready(Linux.EPOLLRDHUP), ready);
    assertTrue(ready.isReadClosed());
    assertFalse(ready.isWriteClosed());
  }

  @Test
  void aHalfCloseIsOnlySomethingToReadToWhoDidNotAsk() throws ErrnoException {
    hall.care(READABLE);
    friendWillSendNoMore();
    Ready ready = hall.look().get(0);
    assertTrue(ready.isReadable());
    assertFalse(ready.isReadClosed());
    assertEquals(0, hall.guestReads(), "end of file");
  }

  @Test
  void afterAHalfCloseTheOtherHalfGoesOn() throws ErrnoException {
    hall.care(READABLE.and(WRITABLE).and(PEER_CLOSED));
    friendWillSendNoMore();
    Ready ready = hall.look().get(0);
    assertTrue(ready.isReadClosed() && ready.isWritable() && !ready.isWriteClosed());
    assertEquals(8, hall.guest.write(bytes, 0, 8));
    assertEquals(8, hall.friend.read(bytes, 0, 8));
  }

  @Test
  void aHangUpIsToldToWhoAskedForNothing() throws ErrnoException {
    hall.care(Interest.NONE);
    hall.friend.close();
    Ready ready = hall.look().get(0);
    assertTrue(ready.isReadClosed());
    assertTrue(ready.isWriteClosed());
  }

  @Test
  void bytesSentBeforeAHangUpAreStillThere() throws ErrnoException {
    hall.care(READABLE);
    hall.friendSays(3);
    hall.friend.close();
    Ready ready = hall.look().get(0);
    assertTrue(ready.isReadable() && ready.isReadClosed());
    assertEquals(3, hall.guestReads());
    assertEquals(0, hall.guestReads());
  }

  @Test
  void aPipesEndIsAHangUpAndNothingToRead() throws ErrnoException {
    Memory pair = Memory.allocate(8);
    check("pipe2", kernel.pipe2(pair, Linux.O_NONBLOCK | Linux.O_CLOEXEC));
    try (Fd out = new Fd(kernel, pair.getInt(0))) {
      hall.epoll.addInterest(out, new Token(1), READABLE);
      new Fd(kernel, pair.getInt(4)).close();
      Ready ready = hall.look().get(0);
      assertEquals(new Ready(Linux.EPOLLHUP), ready);
      assertFalse(ready.isReadable());
      assertTrue(ready.isReadClosed(), "so whoever waits to read must look at this too");
      assertEquals(0, out.read(bytes, 0, 8));
    }
  }

  @Test
  void aPipeNobodyReadsIsAnError() throws ErrnoException {
    Memory pair = Memory.allocate(8);
    check("pipe2", kernel.pipe2(pair, Linux.O_NONBLOCK | Linux.O_CLOEXEC));
    try (Fd in = new Fd(kernel, pair.getInt(4))) {
      hall.epoll.addInterest(in, new Token(1), Interest.NONE);
      new Fd(kernel, pair.getInt(0)).close();
      Ready ready = hall.look().get(0);
      assertTrue(ready.isError());
      assertTrue(ready.isWriteClosed());
    }
  }

  @Test
  void aResetIsAnErrorAndTheNextReadTellsWhich() throws ErrnoException {
    InetSocketAddress anywhere = new InetSocketAddress("127.0.0.1", 0);
    try (Socket listener = Socket.listen(kernel, anywhere, 1, false);
        Socket client = Socket.open(kernel, Linux.AF_INET, Linux.SOCK_STREAM)) {
      client.connect(listener.localAddress());
      Socket leaver = listener.accept(null);
      client.write(bytes, 0, 8);
      hall.epoll.addInterest(leaver.fd(), new Token(1), READABLE);
      assertEquals(1, hall.epoll.wait(hall.events, Hall.LIMIT), "the bytes have come");
      leaver.close();

      hall.epoll.addInterest(client.fd(), new Token(2), READABLE);
      Ready ready = Hall.ready(hall.epoll, hall.events, Hall.LIMIT).get(0);
      assertTrue(ready.isError() && ready.isReadClosed() && ready.isWriteClosed());
      var reset = assertThrows(ErrnoException.class, () -> client.read(bytes, 0, 8));
      assertEquals(Errno.ECONNRESET, reset.errno());
    }
  }

  @Test
  void aConnectionMadeIsRoomToWriteAndOneRefusedAnError() throws ErrnoException {
    InetSocketAddress address;
    try (Socket listener = Socket.listen(kernel, new InetSocketAddress("127.0.0.1", 0), 1, false);
        Socket client = Socket.open(kernel, Linux.AF_INET, Linux.SOCK_STREAM)) {
      address = listener.localAddress();
      client.connect(address);
      hall.epoll.addInterest(client.fd(), new Token(1), WRITABLE);
      assertEquals(
          List.of(new Ready(Linux.EPOLLOUT)), Hall.ready(hall.epoll, hall.events, Hall.LIMIT));
      assertEquals(0, client.error());
    }
    try (Socket client = Socket.open(kernel, Linux.AF_INET, Linux.SOCK_STREAM)) {
      client.connect(address);
      hall.epoll.addInterest(client.fd(), new Token(1), WRITABLE);
      Ready ready = Hall.ready(hall.epoll, hall.events, Hall.LIMIT).get(0);
      assertTrue(ready.isError() && ready.isWriteClosed());
      assertEquals(Errno.ECONNREFUSED, client.error());
    }
  }
}
