package manor.docs.scene;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Two locks that two threads take in different orders, because one wakes under the first. */
public final class WakeUnderLock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final PrintStream out;
  private final Lock list = new ReentrantLock();
  private final Lock queue = new ReentrantLock();
  private final Queue<String> waiters = new ArrayDeque<>(List.of("task 1", "task 2"));
  private final Queue<String> runnable = new ArrayDeque<>();
  private final CyclicBarrier eachHasOne = new CyclicBarrier(2);

  private WakeUnderLock(PrintStream out) {
    this.out = out;
  }

  /** A thread's part, which ends early when the thread is interrupted. */
  @FunctionalInterface
  private interface Part {
    void play() throws InterruptedException, BrokenBarrierException;
  }

  /** Plays the scene. */
  public static void run(PrintStream out) throws InterruptedException {
    out.println("The steward wakes task 1, which stands in the queue then. At the same time the");
    out.println("lord takes task 2 from the queue for good; so it must leave the waiters' list.");
    out.println("\nThe steward wakes with the list's lock in his hand:");
    WakeUnderLock under = new WakeUnderLock(out);
    under.bothAtOnce(under::wakeUnderTheLock);
    out.println("\nHe takes the waker out under the lock, and wakes when he has let go of it:");
    WakeUnderLock outside = new WakeUnderLock(out);
    outside.bothAtOnce(outside::wakeOutsideTheLock);
  }

  // tag::under[]
  private void wakeUnderTheLock() throws InterruptedException, BrokenBarrierException {
    list.lockInterruptibly();
    try {
      eachHasOne.await();
      wake(waiters.remove());
    } finally {
      list.unlock();
    }
  }

  // end::under[]

  // tag::outside[]
  private void wakeOutsideTheLock() throws InterruptedException, BrokenBarrierException {
    String task;
    list.lockInterruptibly();
    try {
      eachHasOne.await();
      task = waiters.remove();
    } finally {
      list.unlock();
    }
    wake(task);
  }

  // end::outside[]

  private void wake(String task) throws InterruptedException {
    queue.lockInterruptibly();
    try {
      runnable.add(task);
    } finally {
      queue.unlock();
    }
  }

  private void dropTask2() throws InterruptedException, BrokenBarrierException {
    queue.lockInterruptibly();
    try {
      eachHasOne.await();
      list.lockInterruptibly();
      try {
        waiters.remove("task 2");
      } finally {
        list.unlock();
      }
    } finally {
      queue.unlock();
    }
  }

  private void bothAtOnce(Part waking) throws InterruptedException {
    Thread steward = start("the steward", waking);
    Thread lord = start("the lord", this::dropTask2);
    while (steward.isAlive() || lord.isAlive()) {
      long[] stuck = THREADS.findDeadlockedThreads();
      if (stuck != null && Arrays.stream(stuck).anyMatch(id -> id == steward.getId())) {
        tell(steward.getId());
        tell(lord.getId());
        release(steward, lord);
        return;
      }
      steward.join(1);
    }
    out.println("  both have ended; in the queue: " + runnable + ", in the list: " + waiters);
  }

  private static void release(Thread... stuck) throws InterruptedException {
    for (Thread thread : stuck) {
      thread.interrupt();
    }
    for (Thread thread : stuck) {
      thread.join();
    }
  }

  private static Thread start(String name, Part part) {
    Thread thread =
        new Thread(
            () -> {
              try {
                part.play();
              } catch (InterruptedException | BrokenBarrierException asked) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.start();
    return thread;
  }

  private void tell(long id) {
    ThreadInfo info = THREADS.getThreadInfo(id);
    out.println("  " + info.getThreadName() + " waits for " + info.getLockOwnerName());
  }
}
