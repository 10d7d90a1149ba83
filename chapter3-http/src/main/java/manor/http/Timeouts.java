package manor.http;

import java.time.Duration;

/**
 * How long a connection may keep the server waiting.
 *
 * <p>Body, write and linger are measured by progress: each {@value #BYTES_PER_SECOND} bytes buy
 * another second, but a silence is never longer than the timeout itself. So a slow line is served
 * and a trickle is not.
 *
 * <p>What a reader takes is seen as room in the kernel's send buffer, and comes in steps: a closed
 * window opens again for no less than a segment or half the reader's buffer (RFC 9293 section
 * 3.8.6.2.2). A step that takes longer than the timeout looks like silence; and one who does fall
 * silent is waited for again while the kernel's own buffers still take something, a few megabytes
 * in all. How much was acknowledged could be asked for (SIOCOUTQ, tcp(7)), at the price of a call
 * for every connection at every look.
 *
 * @param head from a request's first byte to the end of its head, 408 beyond
 * @param body for the body, by progress, 408 beyond
 * @param write for a response to be taken, by progress; the connection is closed beyond
 * @param idle between two requests, or before the first; closed without a word beyond
 * @param linger how long, by progress, bytes are still taken after the last answer, so that the
 *     client can read it; never longer than {@value #MOST_LINGERING} times that
 */
public record Timeouts(
    Duration head, Duration body, Duration write, Duration idle, Duration linger) {
  /** Progress that buys another second. */
  public static final int BYTES_PER_SECOND = 1024;

  /** However fast a client goes on sending what nobody answers, its connection ends. */
  public static final int MOST_LINGERING = 15;

  private static final long NANOS_PER_BYTE = 1_000_000_000L / BYTES_PER_SECOND;

  /** What a server waits unless it is told otherwise. */
  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(2));

  /** Refuses timeouts that leave no time at all. */
  public Timeouts {
    for (Duration timeout : new Duration[] {head, body, write, idle, linger}) {
      if (timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException("a timeout must be longer than 0, not " + timeout);
      }
    }
  }

  /** The same, but for a request's head. */
  public Timeouts withHead(Duration timeout) {
    return new Timeouts(timeout, body, write, idle, linger);
  }

  /** The same, but for the pause between two requests. */
  public Timeouts withIdle(Duration timeout) {
    return new Timeouts(head, body, write, timeout, linger);
  }

  long endOfLingering(long since, long now, long dropped) {
    long most = since + MOST_LINGERING * linger.toNanos();
    return Math.min(most, deadline(linger, since, now, dropped));
  }

  /** When patience ends for something that began at {@code since} and has moved {@code bytes}. */
  static long deadline(Duration timeout, long since, long now, long bytes) {
    long nanos = timeout.toNanos();
    return Math.min(now + nanos, since + nanos + bytes * NANOS_PER_BYTE);
  }
}
