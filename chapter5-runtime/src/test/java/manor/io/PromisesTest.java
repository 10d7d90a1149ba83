package manor.io;

import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import manor.task.Asked;
import manor.task.CountingWaker;
import manor.task.WhenWoken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What those who know mio and tokio rely upon, over a real socket. */
@RealKernel
class PromisesTest {
  private final Household house;
  private final CountingWaker reader = new CountingWaker();
  private final CountingWaker writer = new CountingWaker();

  PromisesTest(Kernel kernel) throws ErrnoException {
    house = new Household(kernel);
  }

  @AfterEach
  void leave() {
    house.close();
  }

  private Asked<ReadyEvent> readable() {
    return new Asked<>(house.guest.registration().readiness(READABLE));
  }

  private Asked<ReadyEvent> writable() {
    return new Asked<>(house.guest.registration().readiness(WRITABLE));
  }

  private void fillUp() throws Exception {
    while (house.guestFd.write(house.memory, 0, 4096) != Fd.WOULD_BLOCK) {
      continue;
    }
  }

  @Test
  void aNewConnectionIsWritableAndNotReadable() throws Exception {
    house.look();
    assertTrue(writable().poll().isReady());
    assertTrue(readable().isPending());
  }

  @Test
  void whatWasReadyBeforeItWasRegisteredIsTold() throws Exception {
    house.guest.registration().deregister();
    house.friendSays(1);
    Registration late = house.handle.register(house.guestFd, READABLE);
    house.look();
    assertTrue(new Asked<>(late.readiness(READABLE)).poll().isReady());
  }

  @Test
  void readinessStaysUntilACallWouldHaveBlocked() throws Exception {
    house.friendSays(1);
    house.look();
    ReadyEvent event = readable().value();
    assertEquals(1, house.guestFd.read(house.memory, 0, 8));
    assertTrue(readable().poll().isReady(), "nobody has found out yet");
    assertTrue(house.guest.registration().clearReadiness(event));
    Asked<ReadyEvent> next = readable();
    assertTrue(next.isPending());
    house.friendSays(1);
    house.look();
    assertEquals(1, next.wakes());
    assertTrue(next.poll().isReady());
  }

  @Test
  void slotAndListOfOneDirectionAreBothWokenAndTheOtherDirectionWaitsOn() throws Exception {
    house.look();
    ReadyEvent room = writable().value();
    fillUp();
    house.guest.registration().clearReadiness(room);
    house.guest.pollRead(reader.context(), house.memory, 0, 1);
    house.guest.pollWrite(writer.context(), house.memory, 0, 1);
    Asked<ReadyEvent> listed = readable();
    assertTrue(listed.isPending());
    house.friendSays(1);
    house.look();
    assertEquals(1, reader.takeWakes());
    assertEquals(1, listed.wakes());
    assertEquals(0, writer.takeWakes());
    while (house.friend.read(house.memory, 0, 4096) != Fd.WOULD_BLOCK) {
      continue;
    }
    house.look();
    assertEquals(1, writer.takeWakes(), "its waker was still there");
  }

  @Test
  void oneEventWakesTenWhoWaitAndEachMayClearIt() throws Exception {
    List<Asked<ReadyEvent>> waiters = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      waiters.add(readable());
      assertTrue(waiters.get(i).isPending());
    }
    house.friendSays(1);
    house.look();
    List<ReadyEvent> events = new ArrayList<>();
    for (Asked<ReadyEvent> waiter : waiters) {
      assertEquals(1, waiter.wakes());
      events.add(waiter.value());
    }
    for (ReadyEvent event : events) {
      assertTrue(house.guest.registration().clearReadiness(event), "all saw the same tick");
    }
    assertEquals(0, house.guest.registration().waiting());
  }

  @Test
  void whoAsksAfterTheEndIsToldAtOnce() throws Exception {
    Asked<ReadyEvent> early = readable();
    assertTrue(early.isPending());
    house.driver.close();
    assertEquals(1, early.wakes());
    assertTrue(early.value().shutdown());
    assertTrue(readable().value().shutdown());
    assertTrue(writable().value().shutdown());
    assertThrows(
        ShutdownException.class, () -> house.guest.pollRead(reader.context(), house.memory, 0, 1));
    assertThrows(
        ShutdownException.class, () -> house.guest.pollWrite(writer.context(), house.memory, 0, 1));
    assertEquals(0, reader.live() + writer.live());
  }

  @Test
  void givingUpARegistrationLeavesTheOtherEndConnected() throws Exception {
    house.guest.registration().deregister();
    assertEquals(Fd.WOULD_BLOCK, house.friend.read(house.memory, 0, 1));
    house.guest.close();
    assertTrue(house.guestFd.isClosed());
    assertEquals(0, house.friend.read(house.memory, 0, 1));
  }

  @Test
  void oneWhoIsWokenMayCloseTheDescriptorThatOthersWaitFor() throws Exception {
    Asked<ReadyEvent> leaves = readable();
    house
        .guest
        .registration()
        .readiness(READABLE)
        .poll(
            WhenWoken.does(
                () -> {
                  leaves.drop();
                  house.guest.close();
                }));
    Asked<ReadyEvent> stays = readable();
    assertTrue(leaves.isPending());
    assertTrue(stays.isPending());
    house.friendSays(1);
    house.look();
    assertTrue(house.guestFd.isClosed());
    assertEquals(0, house.handle.registrations());
    assertEquals(0, leaves.wakersLeft());
    assertTrue(stays.value().shutdown());
  }

  @Test
  void aWakerMayBeSpentOnAnotherThread() throws Exception {
    Asked<ReadyEvent> waiter = readable();
    assertTrue(waiter.isPending());
    house.friendSays(1);
    Thread driver = new Thread(this::look, "driver");
    driver.start();
    driver.join();
    assertEquals(1, waiter.wakes());
    assertFalse(waiter.isPending());
  }

  private void look() {
    try {
      house.look();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }
}
