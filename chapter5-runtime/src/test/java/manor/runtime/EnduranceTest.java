package manor.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import manor.io.Interval;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import manor.task.Future;
import manor.task.Notify;
import manor.task.Poll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many of everything, and no growth. */
@RealKernel
@Timeout(60)
class EnduranceTest {
  private static final int MILLION = 1_000_000;

  private static long heap() {
    System.gc();
    java.lang.Runtime jvm = java.lang.Runtime.getRuntime();
    return jvm.totalMemory() - jvm.freeMemory();
  }

  private static void spawnAndJoin(Runtime runtime, AtomicInteger ended, int count)
      throws Exception {
    int[] left = {count};
    runtime.blockOn(
        Future.loop(
            () ->
                runtime
                    .spawn(context -> Poll.ready(ended.incrementAndGet()))
                    .map(value -> --left[0] > 0)));
  }

  @Test
  void aMillionTasksComeAndGo(Kernel kernel) throws Exception {
    AtomicInteger ended = new AtomicInteger();
    try (Runtime runtime = Runtime.open(kernel)) {
      spawnAndJoin(runtime, ended, MILLION / 10);
      long before = heap();
      spawnAndJoin(runtime, ended, 9 * (MILLION / 10));
      assertEquals(MILLION, ended.get());
      assertEquals(0, runtime.tasks());
      long growth = heap() - before;
      assertTrue(growth < MILLION, () -> "one byte a task would be " + MILLION + ": " + growth);
    }
  }

  @Test
  void aHundredThousandTasksAtOnce(Kernel kernel) throws Exception {
    try (Runtime runtime = Runtime.open(kernel)) {
      Notify bell = new Notify();
      AtomicInteger ended = new AtomicInteger();
      Future<Void> all =
          context -> {
            for (int i = 0; i < MILLION / 10; i++) {
              runtime.spawn(bell.notified().map(rung -> ended.incrementAndGet()));
            }
            return Poll.ready(null);
          };
      runtime.blockOn(all);
      runtime.blockOn(runtime.handle().sleep(Duration.ofNanos(1)));
      while (bell.waiting() < MILLION / 10) {
        runtime.blockOn(runtime.handle().sleep(Duration.ofNanos(1)));
      }
      bell.notifyWaiters();
      while (runtime.tasks() > 0) {
        runtime.blockOn(runtime.handle().sleep(Duration.ofNanos(1)));
      }
      assertEquals(MILLION / 10, ended.get());
    }
  }

  @Test
  void anHourOfVirtualTimeTakesSeconds(Kernel kernel) throws Exception {
    VirtualTime time = new VirtualTime();
    RuntimeOptions options = RuntimeOptions.standard().with(time);
    try (Runtime runtime = Runtime.open(time.over(kernel), options)) {
      int[] strokes = new int[100];
      List<JoinHandle<Void>> guests = new ArrayList<>();
      for (int i = 0; i < strokes.length; i++) {
        int guest = i;
        Interval interval = runtime.handle().interval(Duration.ofSeconds(1 + guest));
        guests.add(
            runtime.spawn(
                Future.loop(
                    () ->
                        interval
                            .tick()
                            .map(
                                struck -> {
                                  strokes[guest]++;
                                  return true;
                                }))));
      }
      runtime.blockOn(runtime.handle().sleep(Duration.ofHours(1).plusMillis(1)));
      for (int i = 0; i < strokes.length; i++) {
        assertEquals(1 + 3600 / (1 + i), strokes[i]);
      }
      assertEquals(Duration.ofHours(1).plusMillis(1).toNanos(), time.nanos());
    }
  }

  @Test
  void wakingLeavesNoGarbage(Kernel kernel) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Runtime runtime = Runtime.open(kernel)) {
      int[] polls = new int[1];
      long[] bytes = new long[2];
      Future<Void> spinning =
          context -> {
            polls[0]++;
            if (polls[0] == MILLION / 2) {
              bytes[0] = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            }
            if (polls[0] == MILLION) {
              bytes[1] = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
              return Poll.ready(null);
            }
            context.waker().wakeByRef();
            return Poll.pending();
          };
      runtime.blockOn(spinning);
      long garbage = bytes[1] - bytes[0];
      assertTrue(garbage < MILLION / 2, () -> garbage + " bytes in half a million polls");
    }
  }
}
