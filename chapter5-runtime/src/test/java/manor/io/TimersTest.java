package manor.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import manor.epoll.Epoll;
import manor.task.Asked;
import manor.task.Context;
import manor.task.Future;
import manor.task.Ledger;
import manor.task.Poll;
import manor.task.WhenWoken;
import org.junit.jupiter.api.Test;

class TimersTest {
  private long now = Long.MAX_VALUE - 100;
  private final Timers timers = new Timers(() -> now, Ledger.NONE);

  private Asked<Void> sleep(long nanos) {
    return new Asked<>(new Sleep(timers, now + nanos));
  }

  @Test
  void aSleepIsDoneAtItsMomentAndNotBefore() throws Exception {
    Asked<Void> sleep = sleep(50);
    assertTrue(sleep.isPending());
    now += 49;
    timers.fire();
    assertEquals(0, sleep.wakes());
    assertTrue(sleep.isPending());
    now += 1;
    timers.fire();
    assertEquals(1, sleep.wakes());
    assertTrue(sleep.poll().isReady());
    assertEquals(0, timers.size());
  }

  @Test
  void aSleepOfNoLengthIsDoneAtOnce() throws Exception {
    assertTrue(sleep(0).poll().isReady());
    assertTrue(sleep(-5).poll().isReady());
    assertEquals(0, timers.size());
  }

  @Test
  void aClockThatOverflowsKeepsTheOrder() throws Exception {
    Asked<Void> late = sleep(1000);
    Asked<Void> early = sleep(10);
    late.poll();
    early.poll();
    assertEquals(10, timers.limit(Epoll.FOREVER));
    now += 10;
    timers.fire();
    assertEquals(1, early.wakes());
    assertEquals(0, late.wakes());
    assertEquals(990, timers.limit(Epoll.FOREVER));
  }

  @Test
  void theDriverSleepsNoLongerThanTheFirstTimerAllows() throws Exception {
    assertEquals(Epoll.FOREVER, timers.limit(Epoll.FOREVER));
    assertEquals(7, timers.limit(7));
    sleep(50).poll();
    assertEquals(50, timers.limit(Epoll.FOREVER));
    assertEquals(7, timers.limit(7));
    assertEquals(50, timers.limit(70));
    assertEquals(0, timers.limit(0));
    now += 80;
    assertEquals(0, timers.limit(Epoll.FOREVER));
  }

  @Test
  void aDroppedSleepLeavesNothingBehind() throws Exception {
    Asked<Void> sleep = sleep(50);
    sleep.poll();
    sleep.drop();
    sleep.drop();
    assertEquals(0, timers.size());
    assertEquals(0, sleep.wakersLeft());
    now += 100;
    timers.fire();
    assertEquals(0, sleep.wakes());
  }

  @Test
  void manyTimersFireInOrderWhoeverLeavesMeanwhile() {
    Random random = new Random(3);
    List<TimerEntry> model = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      TimerEntry entry = new TimerEntry(now + random.nextInt(500));
      timers.add(entry);
      model.add(entry);
      if (random.nextInt(3) == 0) {
        timers.remove(model.remove(random.nextInt(model.size())));
      }
    }
    model.sort(Comparator.comparingLong(entry -> entry.deadline - now));
    for (TimerEntry next : model) {
      if (!next.fired) {
        assertEquals(next.deadline - now, timers.limit(Epoll.FOREVER));
        now = next.deadline;
        timers.fire();
      }
      assertTrue(next.fired);
    }
    assertEquals(0, timers.size());
  }

  @Test
  void oneWhoIsWokenMayDropTheOthers() throws Exception {
    List<Asked<Void>> others = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      others.add(sleep(10));
    }
    Context dropping = WhenWoken.does(() -> others.forEach(Asked::drop));
    assertTrue(new Sleep(timers, now + 10).poll(dropping).isPending());
    for (Asked<Void> other : others) {
      assertTrue(other.isPending());
    }
    now += 10;
    timers.fire();
    assertEquals(0, timers.size());
    for (Asked<Void> other : others) {
      assertEquals(0, other.wakersLeft());
    }
  }

  @Test
  void noDurationIsTooLong() throws Exception {
    Duration ages = Duration.ofSeconds(Long.MAX_VALUE);
    Asked<Void> late = sleep(Timers.nanos(ages));
    assertTrue(late.isPending());
    Asked<Void> early = sleep(10);
    assertTrue(early.isPending());
    now += 20;
    timers.fire();
    assertEquals(1, early.wakes());
    assertEquals(0, late.wakes());
    assertTrue(sleep(Timers.nanos(ages.negated())).poll().isReady());
    assertEquals(7, Timers.nanos(Duration.ofNanos(7)));
  }

  @Test
  void aTimeoutEndsPatience() throws Exception {
    Future<String> never = context -> Poll.pending();
    Asked<String> asked =
        new Asked<>(new Timeout<>(never, new Sleep(timers, now + 5), Duration.ofNanos(5)));
    assertTrue(asked.isPending());
    now += 5;
    timers.fire();
    assertEquals(1, asked.wakes());
    var thrown = assertThrows(TimeoutException.class, asked::poll);
    assertEquals("not done within PT0.000000005S", thrown.getMessage());
    assertEquals(0, timers.size());
  }

  @Test
  void whatIsDoneInTimeLeavesNoTimer() throws Exception {
    boolean[] done = new boolean[1];
    Future<String> work = context -> done[0] ? Poll.ready("done") : Poll.pending();
    Asked<String> asked =
        new Asked<>(new Timeout<>(work, new Sleep(timers, now + 5), Duration.ofNanos(5)));
    asked.poll();
    assertEquals(1, timers.size());
    now += 5;
    done[0] = true;
    assertEquals("done", asked.value(), "at the last moment is in time");
    assertEquals(0, timers.size());
    assertEquals(0, asked.wakersLeft());
  }

  @Test
  void anIntervalStrikesAtOnceAndThenEvenly() throws Exception {
    Interval interval = new Interval(timers, 10);
    assertTrue(new Asked<>(interval.tick()).poll().isReady());
    assertTrue(new Asked<>(interval.tick()).poll().isPending());
    now += 35;
    for (int missed = 0; missed < 3; missed++) {
      assertTrue(new Asked<>(interval.tick()).poll().isReady());
    }
    assertTrue(new Asked<>(interval.tick()).poll().isPending());
    assertThrows(IllegalArgumentException.class, () -> new Interval(timers, 0));
  }
}
