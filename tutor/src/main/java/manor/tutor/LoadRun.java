package manor.tutor;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The uploads themselves: so many threads, each one request after another. A watch closes the
 * connection of any upload that takes too long, since a blocked write knows no timeout.
 */
final class LoadRun {
  private final LoadPlan plan;
  private final LoadTally tally = new LoadTally();
  private final CountDownLatch working;
  private final ScheduledThreadPoolExecutor watch =
      new ScheduledThreadPoolExecutor(1, LoadRun::thread);
  private final long start = System.nanoTime();
  private volatile boolean nobodyListens;

  LoadRun(LoadPlan plan) {
    this.plan = plan;
    this.working = new CountDownLatch(plan.threads());
    watch.setRemoveOnCancelPolicy(true);
  }

  void start() {
    for (int i = 0; i < plan.threads(); i++) {
      thread(this::work).start();
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "load");
    thread.setDaemon(true);
    return thread;
  }

  LoadTally tally() {
    return tally;
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Waits a little; true once every thread has finished. */
  boolean awaitEnd(long millis) throws InterruptedException {
    boolean ended = working.await(millis, TimeUnit.MILLISECONDS);
    if (ended) {
      watch.shutdownNow();
    }
    return ended;
  }

  /** True if the first connection was refused: there is no server to load. */
  boolean nobodyListens() {
    return nobodyListens;
  }

  private void work() {
    LoadConnection kept = null;
    try {
      for (int i = 0; i < plan.requests() && !nobodyListens; i++) {
        kept = upload(kept);
      }
    } finally {
      if (kept != null) {
        kept.close();
      }
      working.countDown();
    }
  }

  /** One upload, on the kept connection or on a new one. Returns the connection if it is kept. */
  private LoadConnection upload(LoadConnection kept) {
    int millis = (int) TimeUnit.SECONDS.toMillis(plan.timeoutSeconds());
    LoadConnection connection = kept == null ? new LoadConnection(millis) : kept;
    AtomicBoolean late = new AtomicBoolean();
    Future<?> bell =
        watch.schedule(() -> ring(late, connection), plan.timeoutSeconds(), TimeUnit.SECONDS);
    boolean keep = false;
    try {
      keep = exchange(connection, kept == null);
    } catch (IOException e) {
      fail(e, late.get());
    } finally {
      bell.cancel(false);
      if (!keep) {
        connection.close();
      }
    }
    return keep ? connection : null;
  }

  private static void ring(AtomicBoolean late, LoadConnection connection) {
    late.set(true);
    connection.close();
  }

  private boolean exchange(LoadConnection connection, boolean fresh) throws IOException {
    long begin = System.nanoTime();
    if (fresh) {
      connection.open(plan.target());
    }
    LoadAnswer answer = connection.post(plan.target(), plan.body());
    if (answer.good()) {
      tally.answered(System.nanoTime() - begin);
    } else {
      tally.failed("answered " + answer.status());
    }
    return plan.keepAlive() && answer.reusable();
  }

  private void fail(IOException failure, boolean late) {
    if (failure instanceof ConnectException && tally.answered() == 0) {
      nobodyListens = true;
    }
    tally.failed(late ? "no answer in " + plan.timeoutSeconds() + " s" : cause(failure));
  }

  private String cause(IOException failure) {
    if (failure instanceof SocketTimeoutException) {
      return "no answer in " + plan.timeoutSeconds() + " s";
    } else if (failure instanceof ConnectException) {
      return "connection refused";
    } else if (failure instanceof EOFException) {
      return "connection closed before the answer's end";
    } else if (failure instanceof ProtocolException) {
      return "not understood: " + failure.getMessage();
    } else if (failure instanceof SocketException) {
      return "connection lost: " + failure.getMessage();
    }
    return String.valueOf(failure.getMessage());
  }
}
