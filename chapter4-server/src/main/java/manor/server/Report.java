package manor.server;

import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import manor.http.Status;
import manor.syscall.ErrnoException;
import manor.syscall.SockAddr;

/**
 * Tells what a server does, a line at a time, as the epoll server that this book begins with does.
 *
 * <p>The lines are written by a thread of their own. When it cannot keep up, because a terminal is
 * slow or a pipe is full, lines are left out and the next one says how many: a server never waits
 * for its reader, and goes on when nobody reads at all.
 *
 * <p>Threads: any.
 */
public final class Report implements ServerObserver, AutoCloseable {
  private static final int WAITING_LINES = 8192;
  private static final String END = "";

  private final PrintStream out;
  private final long patience;
  private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(WAITING_LINES);
  private final AtomicLong leftOut = new AtomicLong();
  private final Thread writer = new Thread(this::write, "report");

  /** Reports to {@code out}, which stays open. */
  public Report(PrintStream out) {
    this(out, Duration.ofSeconds(1));
  }

  /**
   * The same, with a patience other than a second.
   *
   * @param patience how long {@link #close} waits for room, and then again for what is written; at
   *     least a millisecond
   */
  Report(PrintStream out, Duration patience) {
    this.out = out;
    this.patience = patience.toMillis();
    writer.setDaemon(true);
    writer.start();
  }

  private void tell(String line) {
    if (!lines.offer(line)) {
      leftOut.incrementAndGet();
    }
  }

  private void write() {
    try {
      for (String line = lines.take(); line != END; line = lines.take()) {
        out.println(line);
        long missing = leftOut.getAndSet(0);
        if (missing > 0) {
          out.println("(" + missing + " lines left out: they came faster than they could be read)");
        }
        if (lines.isEmpty()) {
          out.flush();
        }
      }
      out.flush();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what is still waiting, as long as the reader keeps up and patience lasts, twice. */
  @Override
  public void close() {
    try {
      if (lines.offer(END, patience, TimeUnit.MILLISECONDS)) {
        writer.join(patience);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean wantsAddresses() {
    return true;
  }

  @Override
  public void newClient(long key, InetSocketAddress peer) {
    tell("new client: " + SockAddr.format(peer));
  }

  @Override
  public void requestsInFlight(int connections) {
    tell("requests in flight: " + connections);
  }

  @Override
  public void contentLength(long key, long bytes) {
    tell("set content length: " + bytes + " bytes");
  }

  @Override
  public void gotAllData(long key, long bytes) {
    tell("got all data: " + bytes + " bytes");
  }

  @Override
  public void answered(long key) {
    tell("answered from request " + key);
  }

  @Override
  public void refused(long key, Status status) {
    tell("refused request " + key + ": " + status);
  }

  @Override
  public void lost(long key, ErrnoException why) {
    tell("lost client of request " + key + ": " + why.getMessage());
  }

  @Override
  public void handlerFailed(long key, Throwable thrown) {
    tell("handler failed on request " + key + ": " + thrown);
  }

  @Override
  public void acceptFailed(ErrnoException why) {
    tell("couldn't accept: " + why.getMessage());
  }

  @Override
  public void waitFailed(ErrnoException why) {
    tell("couldn't wait: " + why.getMessage());
  }
}
