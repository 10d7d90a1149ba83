package manor.epoll;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import manor.syscall.AnyKernel;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EventFdTest {
  private final Events events = new Events(4);

  private static FutureTask<Void> inAnotherThread(int knocks, EventFd door) {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              for (int i = 0; i < knocks; i++) {
                door.knock();
              }
              return null;
            });
    new Thread(task, "messenger").start();
    return task;
  }

  @Test
  @RealKernel
  void aKnockFromAnotherThreadEndsAWait(Kernel kernel) throws Exception {
    try (Epoll epoll = Epoll.create(kernel, Clock.system());
        EventFd door = EventFd.create(kernel)) {
      epoll.addInterest(door.fd(), new Token(7), Interest.READABLE);
      FutureTask<Void> messenger = inAnotherThread(1, door);
      assertEquals(1, epoll.wait(events, Hall.LIMIT));
      assertEquals(7, events.key(0));
      messenger.get();
      assertEquals(1, door.drain());
      assertEquals(0, epoll.wait(events, 0));
    }
  }

  @Test
  @RealKernel
  void manyKnocksAreOneReadinessAndNoneIsLost(Kernel kernel) throws Exception {
    try (Epoll epoll = Epoll.create(kernel, Clock.system());
        EventFd door = EventFd.create(kernel)) {
      epoll.addInterest(door.fd(), new Token(7), Interest.READABLE);
      List<FutureTask<Void>> messengers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        messengers.add(inAnotherThread(1000, door));
      }
      for (FutureTask<Void> messenger : messengers) {
        messenger.get();
      }
      assertEquals(1, epoll.wait(events, 0));
      assertEquals(4000, door.drain());
      assertEquals(0, door.drain());
      assertEquals(0, epoll.wait(events, 0));
    }
  }

  @Test
  @AnyKernel
  void aFullCounterTakesAnotherKnockAndStaysReadable(Kernel kernel) throws ErrnoException {
    try (Epoll epoll = Epoll.create(kernel, Clock.system());
        EventFd door = EventFd.create(kernel)) {
      epoll.addInterest(door.fd(), new Token(7), Interest.READABLE);
      Memory most = Memory.allocate(Long.BYTES);
      most.putLong(0, -2);
      door.fd().write(most, 0, Long.BYTES);
      assertEquals(Fd.WOULD_BLOCK, door.fd().write(most, 0, Long.BYTES));

      assertDoesNotThrow(door::knock);

      assertEquals(1, epoll.wait(events, 0));
      assertEquals(-2, door.drain());
      assertEquals(0, epoll.wait(events, 0));
    }
  }

  @Test
  @AnyKernel
  void nobodyMindsAKnockOnAClosedDoor(Kernel kernel) throws ErrnoException {
    EventFd door = EventFd.create(kernel);
    door.close();
    door.close();
    assertDoesNotThrow(door::knock);
    var thrown = assertThrows(ErrnoException.class, door::drain);
    assertEquals(Errno.EBADF, thrown.errno());
  }

  @Test
  @AnyKernel
  void itIsNonBlockingAndCloseOnExec(Kernel kernel) throws ErrnoException {
    try (EventFd door = EventFd.create(kernel)) {
      int number = door.fd().number();
      assertEquals(Linux.FD_CLOEXEC, kernel.fcntl(number, Linux.F_GETFD, 0));
      assertEquals(0, door.drain(), "and does not wait");
    }
  }

  private static Kernel mocked() {
    Kernel kernel = mock(Kernel.class);
    when(kernel.eventfd(0, Linux.EFD_NONBLOCK | Linux.EFD_CLOEXEC)).thenReturn(7);
    return kernel;
  }

  @Test
  void aKnockIsRepeatedAfterEintrAndAnyOtherErrorIsThrown() throws ErrnoException {
    Kernel kernel = mocked();
    when(kernel.write(anyInt(), any(), anyInt(), anyInt()))
        .thenReturn(-Errno.EINTR, -Errno.EINTR, 8, -Errno.EIO);
    EventFd door = EventFd.create(kernel);
    door.knock();
    verify(kernel, times(3)).write(anyInt(), any(), anyInt(), anyInt());
    assertEquals(Errno.EIO, assertThrows(ErrnoException.class, door::knock).errno());
  }

  /** Else the number might be given to another in between, who would be sent eight odd bytes. */
  @Test
  @Timeout(30)
  void theNumberIsNotGivenBackWhileSomeoneKnocks() throws Exception {
    Kernel kernel = mocked();
    EventFd door = EventFd.create(kernel);
    Thread closer = new Thread(door::close, "closer");
    AtomicBoolean closedMeanwhile = new AtomicBoolean();
    when(kernel.write(anyInt(), any(), anyInt(), anyInt()))
        .thenAnswer(
            call -> {
              closer.start();
              while (closer.getState() != Thread.State.BLOCKED && closer.isAlive()) {
                Thread.onSpinWait();
              }
              closedMeanwhile.set(!closer.isAlive());
              return 8;
            });
    door.knock();
    closer.join();
    assertFalse(closedMeanwhile.get());
    verify(kernel).close(7);
  }
}
