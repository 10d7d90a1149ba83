package manor.tutor.pupil;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end of a run, for those who wait for it. They do not join its thread: whoever joins takes the
 * thread's own monitor, and a student's code may hold that for ever.
 *
 * <p>Threads: any.
 */
final class RunEnd {
  private final CountDownLatch ended = new CountDownLatch(1);

  /** The tests are over, and all has been said. */
  void come() {
    ended.countDown();
  }

  /** Whether it comes within so many milliseconds. */
  boolean comesWithin(long millis) throws InterruptedException {
    return ended.await(millis, TimeUnit.MILLISECONDS);
  }

  /**
   * Waits until the thread is really gone, which after its end takes no time. A join would want its
   * monitor, and an answer may hold that.
   */
  void await(Thread run) throws InterruptedException {
    ended.await();
    while (run.isAlive()) {
      Thread.sleep(1);
    }
  }
}
