package manor.io;

import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static manor.syscall.Linux.EPOLLERR;
import static manor.syscall.Linux.EPOLLHUP;
import static manor.syscall.Linux.EPOLLIN;
import static manor.syscall.Linux.EPOLLOUT;
import static manor.syscall.Linux.EPOLLRDHUP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.Fd;
import manor.task.Asked;
import manor.task.Context;
import manor.task.CountingWaker;
import manor.task.Ledger;
import manor.task.Poll;
import manor.task.RawWaker;
import manor.task.RawWakerVTable;
import manor.task.WakeList;
import manor.task.Waker;
import org.junit.jupiter.api.Test;

class ScheduledIoTest {
  private final ScheduledIo io = new ScheduledIo(new Fd(null, 7), new Token(42), Ledger.NONE);
  private final WakeList wakers = new WakeList();
  private final CountingWaker reader = new CountingWaker();
  private final CountingWaker writer = new CountingWaker();

  /** What the driver does when the kernel tells. */
  private void told(int bits) {
    io.setReadiness(Tick.SET, bits);
    io.wake(bits, wakers);
  }

  private Poll<ReadyEvent> pollRead() {
    return io.pollReadiness(reader.context(), Direction.READ);
  }

  private Poll<ReadyEvent> pollWrite() {
    return io.pollReadiness(writer.context(), Direction.WRITE);
  }

  private Asked<ReadyEvent> waiter(Interest interest) throws Exception {
    Asked<ReadyEvent> waiter = new Asked<>(io.readinessFuture(interest));
    assertTrue(waiter.isPending());
    return waiter;
  }

  @Test
  void nothingIsKnownInTheBeginning() {
    assertTrue(pollRead().isPending());
    assertTrue(pollWrite().isPending());
    assertEquals(ReadyEvent.NONE, io.look(-1));
  }

  @Test
  void newsIsAddedAndTheTickGoesOn() {
    told(EPOLLIN);
    told(EPOLLOUT);
    assertEquals(new ReadyEvent(EPOLLIN | EPOLLOUT, 2, false), io.look(-1));
  }

  @Test
  void newsThatCameBeforeThePollAreThere() {
    told(EPOLLIN);
    assertEquals(EPOLLIN, pollRead().get().bits());
    assertEquals(0, reader.clones(), "nobody needs to be woken");
  }

  @Test
  void eachDirectionHearsWhatConcernsIt() {
    pollRead();
    pollWrite();
    told(EPOLLIN);
    assertEquals(1, reader.takeWakes());
    assertEquals(0, writer.takeWakes());
    told(EPOLLOUT);
    assertEquals(0, reader.takeWakes(), "woken once for each time it waits");
    assertEquals(1, writer.takeWakes());
  }

  @Test
  void endsAndErrorsConcernBoth() {
    for (int bits : new int[] {EPOLLHUP, EPOLLERR}) {
      ScheduledIoTest fresh = new ScheduledIoTest();
      fresh.pollRead();
      fresh.pollWrite();
      fresh.told(bits);
      assertEquals(1, fresh.reader.takeWakes());
      assertEquals(1, fresh.writer.takeWakes());
      assertTrue(fresh.pollRead().isReady());
      assertTrue(fresh.pollWrite().isReady());
    }
  }

  @Test
  void whatIsReadyForOneIsNotReadyForTheOther() {
    told(EPOLLRDHUP);
    assertTrue(pollRead().isReady());
    assertTrue(pollWrite().isPending());
  }

  @Test
  void clearingTakesAwayWhatWasSeen() {
    told(EPOLLIN | EPOLLOUT);
    assertTrue(io.clearReadiness(pollRead().get()));
    assertEquals(new ReadyEvent(EPOLLOUT, 1, false), io.look(-1));
    assertTrue(pollRead().isPending());
    assertTrue(pollWrite().isReady());
  }

  @Test
  void clearingWithAStaleTickKeepsReadiness() {
    told(EPOLLIN);
    ReadyEvent seen = pollRead().get();
    told(EPOLLIN);
    assertFalse(io.clearReadiness(seen));
    assertEquals(new ReadyEvent(EPOLLIN, 2, false), pollRead().get());
  }

  @Test
  void anEndIsNeverTakenAway() {
    told(EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR);
    io.clearReadiness(pollRead().get());
    assertEquals(EPOLLRDHUP | EPOLLHUP, io.look(-1).bits());
    assertTrue(pollRead().isReady());
    assertTrue(pollWrite().isReady());
  }

  @Test
  void afterClearingTheNextNewsWake() {
    told(EPOLLIN);
    io.clearReadiness(pollRead().get());
    assertTrue(pollRead().isPending());
    told(EPOLLIN);
    assertEquals(1, reader.takeWakes());
    assertTrue(pollRead().isReady());
  }

  @Test
  void theLatestToPollADirectionIsTheOneWoken() {
    CountingWaker earlier = new CountingWaker();
    io.pollReadiness(earlier.context(), Direction.READ);
    pollRead();
    assertEquals(0, earlier.live(), "the earlier waker is dropped");
    told(EPOLLIN);
    assertEquals(0, earlier.takeWakes());
    assertEquals(1, reader.takeWakes());
    assertEquals(0, reader.live());
  }

  @Test
  void pollingAgainKeepsOneWaker() {
    pollRead();
    pollRead();
    assertEquals(1, reader.clones());
    assertEquals(1, io.waiting());
  }

  /** News that comes after the first look but before the waker is stored is seen by the second. */
  @Test
  void newsThatComeWhileTheWakerIsStoredAreSeen() {
    assertTrue(io.pollReadiness(contextWhoseCloning(EPOLLIN), Direction.READ).isReady());
  }

  @Test
  void newsThatComeWhileAWaiterJoinsAreSeenOrWakeIt() throws Exception {
    Asked<ReadyEvent> other = waiter(READABLE);
    Readiness waiter = io.readinessFuture(READABLE);
    var context = contextWhoseCloning(EPOLLIN);
    waiter.poll(context);
    assertTrue(waiter.poll(context).isReady());
    assertEquals(1, other.wakes());
    assertEquals(0, io.waiting());
  }

  /** The task has looked and stands before the lock; news comes; now it may go in. */
  private Poll<ReadyEvent> pollWhileNewsComes(Callable<Poll<ReadyEvent>> poll) throws Exception {
    FutureTask<Poll<ReadyEvent>> polling = new FutureTask<>(poll);
    Thread task = new Thread(polling, "task");
    synchronized (io) {
      task.start();
      while (task.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
      told(EPOLLIN);
    }
    return polling.get();
  }

  @Test
  void newsThatComeBeforeAWaiterIsInTheListAreSeenByTheSecondLook() throws Exception {
    Readiness waiter = io.readinessFuture(READABLE);
    assertTrue(pollWhileNewsComes(() -> waiter.poll(reader.context())).isReady());
  }

  @Test
  void newsThatComeBeforeAWakerIsInTheSlotAreSeenByTheSecondLook() throws Exception {
    assertTrue(pollWhileNewsComes(this::pollRead).isReady());
  }

  /** A context whose waker lets the driver bring news in the very moment it is cloned. */
  private Context contextWhoseCloning(int bits) {
    RawWakerVTable[] table = new RawWakerVTable[1];
    table[0] =
        new RawWakerVTable(
            data -> {
              told(bits);
              return new RawWaker(data, table[0]);
            },
            data -> {},
            data -> {},
            data -> {});
    return Context.of(new Waker(new RawWaker("hasty", table[0])));
  }

  @Test
  void everyWaiterWhomItConcernsIsWoken() throws Exception {
    List<Asked<ReadyEvent>> readers = new ArrayList<>();
    List<Asked<ReadyEvent>> writers = new ArrayList<>();
    for (int i = 0; i < 2 * WakeList.CAPACITY + 3; i++) {
      readers.add(waiter(READABLE));
      writers.add(waiter(WRITABLE));
    }
    Asked<ReadyEvent> both = waiter(READABLE.and(WRITABLE));
    pollRead();
    told(EPOLLIN);
    for (Asked<ReadyEvent> waiter : readers) {
      assertEquals(1, waiter.wakes());
      assertEquals(EPOLLIN, waiter.value().bits());
      assertEquals(0, waiter.wakersLeft());
    }
    for (Asked<ReadyEvent> waiter : writers) {
      assertEquals(0, waiter.wakes());
      assertTrue(waiter.isPending());
    }
    assertEquals(1, both.wakes());
    assertEquals(1, reader.takeWakes());
    assertEquals(writers.size(), io.waiting());
  }

  @Test
  void wakersAreWokenOutsideTheLock() {
    boolean[] locked = {true};
    RawWakerVTable[] table = new RawWakerVTable[1];
    table[0] =
        new RawWakerVTable(
            data -> new RawWaker(data, table[0]),
            data -> locked[0] = Thread.holdsLock(io),
            data -> {},
            data -> {});
    var context = Context.of(new Waker(new RawWaker("asks", table[0])));
    io.pollReadiness(context, Direction.READ);
    told(EPOLLIN);
    assertFalse(locked[0]);
  }

  @Test
  void aWaiterWhoFindsTheReadinessGoneWaitsOn() throws Exception {
    Asked<ReadyEvent> waiter = waiter(READABLE);
    told(EPOLLIN);
    io.clearReadiness(io.look(EPOLLIN));
    assertEquals(1, waiter.wakes());
    assertTrue(waiter.isPending());
    told(EPOLLIN);
    assertEquals(1, waiter.wakes());
    assertEquals(EPOLLIN, waiter.value().bits());
    assertThrows(IllegalStateException.class, waiter::poll);
  }

  @Test
  void aWaiterPolledByAnotherTaskWakesTheLatest() {
    Readiness waiter = io.readinessFuture(READABLE);
    waiter.poll(reader.context());
    waiter.poll(writer.context());
    assertEquals(0, reader.live(), "the earlier waker is dropped");
    assertEquals(1, io.waiting());
    told(EPOLLIN);
    assertEquals(0, reader.takeWakes());
    assertEquals(1, writer.takeWakes());
  }

  @Test
  void aDroppedWaiterLeavesNothingBehind() throws Exception {
    Asked<ReadyEvent> waiter = waiter(READABLE);
    Asked<ReadyEvent> stays = waiter(READABLE);
    waiter.drop();
    waiter.drop();
    assertEquals(1, io.waiting());
    assertEquals(0, waiter.wakersLeft());
    told(EPOLLIN);
    assertEquals(0, waiter.wakes());
    assertEquals(1, stays.wakes());
  }

  @Test
  void shutdownWakesEveryoneAndNobodyWaitsAgain() throws Exception {
    Asked<ReadyEvent> waiter = waiter(WRITABLE);
    pollRead();
    pollWrite();
    io.shutdown(wakers);
    assertEquals(1, waiter.wakes());
    assertEquals(1, reader.takeWakes());
    assertEquals(1, writer.takeWakes());
    assertTrue(waiter.value().shutdown());
    assertTrue(pollRead().get().shutdown());
    assertTrue(pollWrite().get().shutdown());
    assertTrue(new Asked<>(io.readinessFuture(READABLE)).value().shutdown());
    assertEquals(0, io.waiting());
  }

  @Test
  void shutdownOutlivesNewsAndClearing() {
    io.shutdown(wakers);
    told(EPOLLIN);
    assertTrue(io.look(-1).shutdown(), "News came after the shutdown, and undid it.");
    io.clearReadiness(pollRead().get());
    assertTrue(io.look(-1).shutdown(), "Readiness was taken away, and the shutdown with it.");
    assertTrue(pollRead().get().shutdown());
  }
}
