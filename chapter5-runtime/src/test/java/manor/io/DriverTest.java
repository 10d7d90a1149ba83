package manor.io;

import static manor.io.SignalKind.SIGHUP;
import static manor.io.SignalKind.SIGTERM;
import static manor.io.SignalKind.SIGUSR2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.util.Map;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import manor.task.Asked;
import manor.task.Ledger;
import manor.task.WhenWoken;
import org.junit.jupiter.api.Test;

class DriverTest {
  @Test
  @RealKernel
  void aKnockEndsTheSleepOfTheDriver(Kernel kernel) throws IOException {
    try (Household house = new Household(kernel)) {
      house.look();
      for (int i = 0; i < 3; i++) {
        new Thread(house.handle::knock, "stranger").start();
        house.driver.turn(house.handle, Epoll.FOREVER);
      }
    }
  }

  @Test
  @RealKernel
  void aKnockBeforeTheSleepIsNotLost(Kernel kernel) throws IOException {
    try (Household house = new Household(kernel)) {
      house.look();
      house.handle.knock();
      house.handle.knock();
      house.driver.turn(house.handle, Epoll.FOREVER);
    }
  }

  @Test
  @RealKernel
  void aFailingWakerKeepsNoEventFromTheOthers(Kernel kernel) throws Exception {
    try (Household one = new Household(kernel)) {
      IllegalStateException bug = new IllegalStateException("a bug");
      one.guest.pollRead(WhenWoken.fails(bug), one.memory, 0, 1);
      Asked<Integer> reader = new Asked<>(one.guest.read(one.memory, 0, 1));
      assertTrue(reader.isPending());
      one.friendSays(1);
      assertSame(bug, assertThrows(IllegalStateException.class, one::look));
      assertEquals(1, reader.wakes());
      assertEquals(1, reader.value());
    }
  }

  @Test
  @RealKernel
  void closingTellsWhoeverWaitsAndClosesWhatIsRegistered(Kernel kernel) throws Exception {
    Household house = new Household(kernel);
    Asked<Integer> reader = new Asked<>(house.guest.read(house.memory, 0, 1));
    assertTrue(reader.isPending());
    house.close();
    house.close();
    assertEquals(1, reader.wakes());
    assertThrows(ShutdownException.class, reader::poll);
    assertTrue(house.guestFd.isClosed());
    assertEquals(0, house.handle.registrations());
    assertThrows(ErrnoException.class, house::look);
    house.handle.knock();
  }

  @Test
  @RealKernel
  void aSignalIsAFuture(Kernel kernel) throws Exception {
    try (Household house = new Household(kernel)) {
      Asked<Void> term = new Asked<>(house.handle.signal(SIGTERM));
      Asked<Void> hup = new Asked<>(house.handle.signal(SIGHUP));
      Asked<Void> alsoTerm = new Asked<>(house.handle.signal(SIGTERM));
      assertTrue(term.isPending());
      assertTrue(hup.isPending());
      house.signals.get(SIGTERM).run();
      house.signals.get(SIGTERM).run();
      house.look();
      assertEquals(1, term.wakes());
      assertTrue(term.poll().isReady());
      assertTrue(alsoTerm.poll().isReady(), "from when it was made, not from when it was polled");
      assertEquals(0, hup.wakes());
      assertTrue(hup.isPending());
      assertTrue(new Asked<>(house.handle.signal(SIGTERM)).isPending());
    }
  }

  @Test
  @RealKernel
  void signalsGoBackToWhoHadThemBefore(Kernel kernel) throws Exception {
    Household house = new Household(kernel);
    house.handle.signal(SIGTERM);
    Runnable late = house.signals.get(SIGTERM);
    house.close();
    assertEquals(Map.of(), house.signals);
    late.run();
  }

  @Test
  @RealKernel
  void theJvmsOwnSignalsArrive(Kernel kernel) throws Exception {
    try (Driver driver = Driver.open(kernel, Clock.system(), Ledger.NONE, SignalSource.jvm())) {
      Asked<Void> signal = new Asked<>(driver.handle().signal(SIGUSR2));
      assertTrue(signal.isPending());
      String pid = Long.toString(ProcessHandle.current().pid());
      assertEquals(0, new ProcessBuilder("kill", "-USR2", pid).inheritIO().start().waitFor());
      while (signal.wakes() == 0) {
        driver.turn(driver.handle(), Household.LIMIT);
      }
      assertFalse(signal.isPending());
    }
  }

  @Test
  void whatCannotBeOpenedLeavesNothingOpen() {
    Kernel kernel = mock(Kernel.class);
    when(kernel.epoll_create1(anyInt())).thenReturn(5);
    when(kernel.eventfd(anyInt(), anyInt())).thenReturn(-Errno.EMFILE, 6);
    when(kernel.epoll_ctl(anyInt(), anyInt(), anyInt(), any())).thenReturn(-Errno.ENOMEM);
    SignalSource none = (kind, arrived) -> null;
    assertThrows(
        ErrnoException.class, () -> Driver.open(kernel, Clock.system(), Ledger.NONE, none));
    verify(kernel).close(5);
    assertThrows(
        ErrnoException.class, () -> Driver.open(kernel, Clock.system(), Ledger.NONE, none));
    verify(kernel).close(6);
  }
}
