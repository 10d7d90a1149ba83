package manor.io;

import java.io.IOException;
import manor.epoll.Interest;
import manor.syscall.ErrnoException;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;

/**
 * A descriptor's entry in the driver's book, and the two ways to use it: {@link #pollIo} for one
 * who polls by hand, {@link #asyncIo} for a future. Both go by the same rule: do the call when the
 * descriptor seems ready; if it would block after all, take that readiness away and wait for new.
 *
 * <p>The kernel is asked once, edge-triggered, for everything that will ever be of interest;
 * waiting and not waiting are settled in memory.
 *
 * <p>Threads: the runtime's.
 */
public final class Registration {
  private final Handle handle;
  private final ScheduledIo io;

  Registration(Handle handle, ScheduledIo io) {
    this.handle = handle;
    this.io = io;
  }

  // tag::try-and-wait[]
  /**
   * Does {@code attempt} as soon as the descriptor is ready.
   *
   * @return its answer; or Pending, and the waker waits in the slot of {@code direction}, where it
   *     replaces an earlier one
   * @throws IOException what the attempt throws; {@link ShutdownException}
   */
  // tag::poll-io[]
  public <T> Poll<T> pollIo(Context context, Direction direction, Attempt<T> attempt)
      throws IOException {
    // tag::may-proceed[]
    if (!context.mayProceed()) {
      return Poll.pending();
    }
    // end::may-proceed[]
    while (true) {
      Poll<ReadyEvent> poll = io.pollReadiness(context, direction);
      if (poll.isPending()) {
        return Poll.pending();
      }
      // tag::try[]
      T answer = tryOnce(poll.get(), attempt);
      if (answer != null) {
        context.spend();
        return Poll.ready(answer);
      }
      // end::try[]
    }
  }

  // end::poll-io[]

  /** The answer; if it was null or the last for now, what {@code event} promised is gone. */
  // tag::try-once[]
  <T> T tryOnce(ReadyEvent event, Attempt<T> attempt) throws IOException {
    if (event.shutdown()) {
      throw new ShutdownException(io.fd());
    }
    T answer = attempt.attempt();
    io.tried(event, answer == null);
    if (answer == null || attempt.exhausts(answer)) {
      io.clearReadiness(event);
    }
    return answer;
  }

  // end::try-once[]
  // end::try-and-wait[]

  /**
   * The future that does {@code attempt} as soon as the descriptor is ready. Any number may wait.
   *
   * @param interest readable, writable or both
   */
  public <T> Future<T> asyncIo(Interest interest, Attempt<T> attempt) {
    return new AsyncIo<>(this, io.readinessFuture(interest), attempt);
  }

  /** Ready when the descriptor is, without doing anything yet. */
  public Readiness readiness(Interest interest) {
    return io.readinessFuture(interest);
  }

  /** What is known at this moment, without waiting or asking the kernel. */
  public ReadyEvent peek() {
    return io.look(-1);
  }

  /**
   * Takes away what {@code event} promised, for one who found that a call would block.
   *
   * @return false if newer news had come since, which stays
   */
  public boolean clearReadiness(ReadyEvent event) {
    return io.clearReadiness(event);
  }

  /** How many wakers wait here. */
  public int waiting() {
    return io.waiting();
  }

  /**
   * Strikes the descriptor from the book, and leaves it open. Whoever waits is told.
   *
   * @throws ErrnoException EBADF when it was closed already
   */
  public void deregister() throws ErrnoException {
    if (handle.forget(io)) {
      handle.epoll().removeInterest(io.fd());
    }
  }

  /** Strikes it from the book and closes it, which strikes it from the kernel's. */
  void close() {
    handle.forget(io);
    io.fd().close();
  }
}
