package manor.io;

import static manor.epoll.Interest.READABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import manor.task.Asked;
import manor.task.Budget;
import manor.task.Context;
import manor.task.CountingWaker;
import manor.task.Poll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that wait, over a real socket and a driver turned by hand. */
@RealKernel
class RegistrationTest {
  private final Household house;
  private final CountingWaker counter = new CountingWaker();

  RegistrationTest(Kernel kernel) throws ErrnoException {
    house = new Household(kernel);
  }

  @AfterEach
  void leave() {
    house.close();
  }

  private Asked<Integer> reader() {
    return new Asked<>(house.guest.read(house.memory, 0, 1));
  }

  private Poll<Integer> pollRead(int length) throws IOException {
    return house.guest.pollRead(counter.context(), house.memory, 0, length);
  }

  @Test
  void aReadWaitsForTheDriverToTell() throws Exception {
    Asked<Integer> reader = reader();
    house.friendSays(1);
    assertTrue(reader.isPending(), "the kernel knows, but nobody has asked it");
    house.look();
    assertEquals(1, reader.wakes());
    assertEquals(1, reader.value());
  }

  @Test
  void afterItWouldHaveBlockedTheNextByteWakes() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertTrue(pollRead(16).isPending());
      house.friendSays(2);
      house.look();
      assertEquals(1, counter.takeWakes());
      assertEquals(2, pollRead(16).get());
      assertTrue(pollRead(16).isPending());
      house.look();
      assertEquals(0, counter.takeWakes());
    }
  }

  @Test
  void whatAReaderLeavesIsThereWithoutAnotherEvent() throws Exception {
    house.friendSays(10);
    house.look();
    assertEquals(4, pollRead(4).get());
    assertEquals(4, pollRead(4).get());
    assertEquals(2, pollRead(4).get());
    assertTrue(pollRead(4).isPending());
  }

  @Test
  void oneByteForManyReadersGoesToOne() throws Exception {
    List<Asked<Integer>> readers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Asked<Integer> reader = reader();
      assertTrue(reader.isPending());
      readers.add(reader);
    }
    for (int left = readers.size(); left > 0; left--) {
      house.friendSays(1);
      house.look();
      Asked<Integer> first = readers.remove(0);
      assertEquals(1, first.wakes());
      assertEquals(1, first.value());
      for (Asked<Integer> reader : readers) {
        assertEquals(1, reader.wakes());
        assertTrue(reader.isPending());
      }
    }
    assertEquals(0, house.guest.registration().waiting());
  }

  @Test
  void droppedReadersLeaveNoWaiterBehind() throws Exception {
    List<Asked<Integer>> readers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      readers.add(reader());
      readers.get(i).poll();
    }
    readers.forEach(Asked::drop);
    assertEquals(0, house.guest.registration().waiting());
    house.friendSays(1);
    house.look();
    for (Asked<Integer> reader : readers) {
      assertEquals(0, reader.wakes());
      assertEquals(0, reader.wakersLeft());
    }
  }

  @Test
  void theEndOfFileIsReadAgainAndAgain() throws Exception {
    Asked<Integer> reader = reader();
    assertTrue(reader.isPending());
    house.friend.close();
    house.look();
    assertEquals(1, reader.wakes());
    assertEquals(0, reader.value());
    assertEquals(0, pollRead(1).get());
    assertEquals(0, reader().value());
  }

  @Test
  void aFailureIsTheFuturesFailure() throws Exception {
    house.look();
    house.friend.close();
    var thrown =
        assertThrows(
            ErrnoException.class, new Asked<>(house.guest.write(house.memory, 0, 1))::poll);
    assertEquals(Errno.EPIPE, thrown.errno());
  }

  @Test
  void aWriterWaitsForRoom() throws Exception {
    house.look();
    Asked<Integer> writer = new Asked<>(house.guest.write(house.memory, 0, 4096));
    while (writer.poll().isReady()) {
      writer = new Asked<>(house.guest.write(house.memory, 0, 4096));
    }
    house.look();
    assertEquals(0, writer.wakes());
    while (house.friend.read(house.memory, 0, 4096) != Fd.WOULD_BLOCK) {
      continue;
    }
    house.look();
    assertEquals(1, writer.wakes());
    assertEquals(4096, writer.value());
  }

  @Test
  void noEventAfterDeregister() throws Exception {
    Asked<Integer> reader = reader();
    assertTrue(reader.isPending());
    house.guest.registration().deregister();
    assertEquals(1, reader.wakes(), "whoever waits is told");
    assertThrows(ShutdownException.class, reader::poll);
    house.friendSays(1);
    house.look();
    assertEquals(0, house.guest.registration().peek().bits());
    assertEquals(0, house.handle.registrations());
    assertFalse(house.guestFd.isClosed());
    house.guest.registration().deregister();
  }

  @Test
  void aDescriptorMayBeRegisteredAgain() throws Exception {
    house.guest.registration().deregister();
    Registration again = house.handle.register(house.guestFd, READABLE);
    house.friendSays(1);
    house.look();
    assertEquals(1, new Asked<>(again.asyncIo(READABLE, () -> 1)).value());
  }

  @Test
  void aDescriptorIsRegisteredOnce() {
    var thrown =
        assertThrows(ErrnoException.class, () -> house.handle.register(house.guestFd, READABLE));
    assertEquals(Errno.EEXIST, thrown.errno());
    assertEquals(1, house.handle.registrations());
  }

  @Test
  void closingTellsWhoeverWaits() throws Exception {
    Asked<Integer> reader = reader();
    assertTrue(reader.isPending());
    house.guest.close();
    assertEquals(1, reader.wakes());
    var thrown = assertThrows(ShutdownException.class, reader::poll);
    assertTrue(thrown.getMessage().endsWith("was closed, or its runtime has shut down"));
    assertThrows(ShutdownException.class, () -> pollRead(1));
    assertTrue(house.guestFd.isClosed());
  }

  @Test
  void readinessIsAHintThatDoesNothingByItself() throws Exception {
    Asked<ReadyEvent> readable = new Asked<>(house.guest.registration().readiness(READABLE));
    assertTrue(readable.isPending());
    house.friendSays(1);
    house.look();
    assertTrue(readable.value().ready().isReadable());
    assertEquals(1, house.guestFd.read(house.memory, 0, 8));
  }

  @Test
  void aSpentBudgetLetsOthersGoFirst() throws Exception {
    house.friendSays(10);
    house.look();
    Budget budget = new Budget(3);
    Context context = new Context(counter.waker(), budget);
    int read = 0;
    while (house.guest.pollRead(context, house.memory, 0, 1).isReady()) {
      read++;
    }
    assertEquals(3, read);
    assertEquals(1, counter.takeWakes());
    assertTrue(house.guest.read(house.memory, 0, 1).poll(context).isPending());
    assertEquals(1, counter.takeWakes());
    budget.refill();
    assertTrue(house.guest.read(house.memory, 0, 1).poll(context).isReady());
  }

  @Test
  void whatFindsNothingCostsNoBudget() throws Exception {
    Context context = new Context(counter.waker(), new Budget(1));
    for (int i = 0; i < 5; i++) {
      assertTrue(house.guest.pollRead(context, house.memory, 0, 1).isPending());
    }
    assertEquals(0, counter.takeWakes());
  }
}
