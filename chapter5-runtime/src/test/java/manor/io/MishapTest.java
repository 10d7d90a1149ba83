package manor.io;

import static manor.io.SignalKind.SIGHUP;
import static manor.io.SignalKind.SIGTERM;
import static manor.io.SignalKind.SIGUSR2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import manor.epoll.Clock;
import manor.epoll.Interest;
import manor.runtime.Descriptors;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import manor.task.Asked;
import manor.task.Future;
import manor.task.Ledger;
import manor.task.Overheard;
import manor.task.WakeList;
import manor.task.WhenWoken;
import org.junit.jupiter.api.Test;

/** One that fails while many are told, or while things are given back, harms nobody else. */
@RealKernel
class MishapTest {
  private final IllegalStateException bug = new IllegalStateException("a bug");
  private final long before = Descriptors.open();
  private final Kernel kernel;

  MishapTest(Kernel kernel) {
    this.kernel = kernel;
  }

  @Test
  void howeverManyWaitAllAreWoken() throws Exception {
    try (Household house = new Household(kernel)) {
      Registration registration = house.guest.registration();
      registration.readiness(Interest.READABLE).poll(WhenWoken.fails(bug));
      List<Asked<ReadyEvent>> waiters = new ArrayList<>();
      for (int i = 0; i < 3 * WakeList.CAPACITY; i++) {
        waiters.add(new Asked<>(registration.readiness(Interest.READABLE)));
        assertTrue(waiters.get(i).isPending());
      }
      house.friendSays(1);
      assertSame(bug, assertThrows(IllegalStateException.class, house::look));
      for (Asked<ReadyEvent> waiter : waiters) {
        assertEquals(1, waiter.wakes());
      }
    }
  }

  @Test
  void everySignalThatArrivedRings() throws Exception {
    try (Household house = new Household(kernel)) {
      Future<Void> first = house.handle.signal(SIGHUP);
      Asked<Void> second = new Asked<>(house.handle.signal(SIGTERM));
      first.poll(WhenWoken.fails(bug));
      assertTrue(second.isPending());
      house.signals.get(SIGHUP).run();
      house.signals.get(SIGTERM).run();
      assertSame(bug, assertThrows(IllegalStateException.class, house::look));
      assertEquals(1, second.wakes());
    }
  }

  @Test
  void aDescriptorIsClosedThoughOneWhoWaitedFails() throws Exception {
    try (Overheard overheard = new Overheard();
        Household house = new Household(kernel)) {
      Asked<ReadyEvent> other =
          new Asked<>(house.guest.registration().readiness(Interest.READABLE));
      house.guest.pollRead(WhenWoken.fails(bug), house.memory, 0, 1);
      assertTrue(other.isPending());
      house.guest.close();
      assertTrue(house.guestFd.isClosed());
      assertEquals(1, other.wakes());
      assertEquals(List.of(bug), overheard.faults());
    }
    assertEquals(before, Descriptors.open());
  }

  @Test
  void theDriverClosesEverythingThoughOneWhoWaitsFails() throws Exception {
    try (Overheard overheard = new Overheard();
        Household house = new Household(kernel)) {
      house
          .handle
          .register(house.friend, Interest.READABLE)
          .readiness(Interest.READABLE)
          .poll(WhenWoken.fails(bug));
      house.guest.pollRead(WhenWoken.fails(bug), house.memory, 0, 1);
      house.handle.signal(SIGTERM);
      house.driver.close();
      assertTrue(house.friend.isClosed());
      assertTrue(house.guestFd.isClosed());
      assertEquals(Map.of(), house.signals);
      assertEquals(List.of(bug, bug), overheard.faults());
    }
    assertEquals(before, Descriptors.open());
  }

  /** One cannot, one has a bug, and the last must still be given back, and so must the pipe. */
  @Test
  void everySignalIsGivenBackThoughOneCannotBe() throws Exception {
    List<SignalKind> givenBack = new ArrayList<>();
    SignalSource source =
        (kind, arrived) ->
            () -> {
              if (kind == SIGHUP) {
                throw new IOException("not now");
              } else if (kind == SIGTERM) {
                throw bug;
              }
              givenBack.add(kind);
            };
    try (Overheard overheard = new Overheard()) {
      Driver driver = Driver.open(kernel, Clock.system(), Ledger.NONE, source);
      for (SignalKind kind : List.of(SIGHUP, SIGTERM, SIGUSR2)) {
        driver.handle().signal(kind);
      }
      driver.close();
      assertEquals(List.of(SIGUSR2), givenBack);
      assertEquals(List.of(bug), overheard.faults());
    }
    assertEquals(before, Descriptors.open());
  }

  @Test
  void afterTheEndNobodyTakesASignal() throws Exception {
    Household heard = new Household(kernel);
    heard.handle.signal(SIGTERM);
    Household unheard = new Household(kernel);
    for (Household house : List.of(heard, unheard)) {
      house.close();
      assertThrows(IOException.class, () -> house.handle.signal(SIGTERM));
      assertEquals(Map.of(), house.signals, "it would never be given back");
    }
    assertEquals(before, Descriptors.open());
  }
}
