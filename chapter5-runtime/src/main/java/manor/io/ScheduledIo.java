package manor.io;

import java.util.concurrent.atomic.AtomicReference;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.Fd;
import manor.task.Context;
import manor.task.Ledger;
import manor.task.Poll;
import manor.task.Waiter;
import manor.task.WaiterList;
import manor.task.WakeList;
import manor.task.Waker;

/**
 * Where the driver and the tasks meet, one for each descriptor: the driver brings readiness, tasks
 * take it away or leave their wakers.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>The driver sets readiness <em>before</em> it wakes; a task stores its waker <em>before</em>
 *       it looks for the second time. So one of the two always sees the other.
 *   <li>Readiness is taken away only by one who saw the latest tick: see {@link Tick}.
 *   <li>Wakers are taken out under the lock and woken outside it.
 *   <li>After shutdown everyone is told so, and nobody waits any more.
 * </ul>
 *
 * <p>Two ways to wait: a slot for one reader and one writer, the latest of each, for those who poll
 * by hand; and a list, for futures, of which any number may wait.
 *
 * <p>Threads: any.
 */
final class ScheduledIo {
  private static final int EVERYTHING = -1;

  private final Fd fd;
  private final Token token;
  private final Ledger ledger;
  private final AtomicReference<ReadyEvent> readiness = new AtomicReference<>(ReadyEvent.NONE);
  private final WaiterList waiters = new WaiterList();
  private Waker reader;
  private Waker writer;

  ScheduledIo(Fd fd, Token token, Ledger ledger) {
    this.fd = fd;
    this.token = token;
    this.ledger = ledger;
  }

  Fd fd() {
    return fd;
  }

  Token token() {
    return token;
  }

  // tag::set-readiness[]
  /**
   * Adds {@code bits} to what is known, or takes them away, as {@code tick} says.
   *
   * @return false if they were to be taken away but newer news had come
   */
  // tag::swap[]
  boolean setReadiness(Tick tick, int bits) {
    while (true) {
      ReadyEvent current = readiness.get();
      // tag::refuse[]
      if (tick instanceof Tick.Clear clear && clear.seen() != current.tick()) {
        ledger.clearRefused(token.value(), clear.seen(), current.tick());
        return false;
      }
      // end::refuse[]
      ReadyEvent next = next(current, tick, bits);
      if (readiness.compareAndSet(current, next)) {
        tell(tick, bits, next);
        return true;
      }
    }
  }

  // end::swap[]
  // tag::next[]
  private static ReadyEvent next(ReadyEvent current, Tick tick, int bits) {
    return tick == Tick.SET
        ? new ReadyEvent(current.bits() | bits, current.tick() + 1, current.shutdown())
        : new ReadyEvent(current.bits() & ~bits, current.tick(), current.shutdown());
  }

  // end::next[]
  // end::set-readiness[]

  private void tell(Tick tick, int bits, ReadyEvent now) {
    if (tick == Tick.SET) {
      ledger.readinessSet(token.value(), bits, now.tick());
    } else {
      ledger.readinessCleared(token.value(), bits, now.tick());
    }
  }

  /** Takes away what {@code event} promised: a call would have blocked. An end stays an end. */
  // tag::clear-readiness[]
  boolean clearReadiness(ReadyEvent event) {
    return setReadiness(new Tick.Clear(event.tick()), event.bits() & ~Direction.LASTING);
  }

  // end::clear-readiness[]

  /** What is known at this moment, as far as {@code mask} is concerned. */
  ReadyEvent look(int mask) {
    return readiness.get().masked(mask);
  }

  /** Wakes everyone whom {@code bits} concern, {@code wakers} at a time, whoever of them fails. */
  // tag::wake[]
  void wake(int bits, WakeList wakers) {
    // tag::first[]
    RuntimeException failure = null;
    // end::first[]
    boolean more = true;
    while (more) {
      synchronized (this) {
        more = takeSome(bits, wakers);
      }
      try {
        wakers.wakeAll();
      } catch (RuntimeException failed) {
        failure = failure == null ? failed : failure;
      }
    }
    // tag::thrown[]
    if (failure != null) {
      throw failure;
    }
    // end::thrown[]
  }

  // end::wake[]

  /** Fills the list; answers whether it was too short. */
  private boolean takeSome(int bits, WakeList wakers) {
    if (reader != null && (bits & Direction.READ.mask()) != 0) {
      wakers.push(reader);
      reader = null;
    }
    if (writer != null && (bits & Direction.WRITE.mask()) != 0) {
      wakers.push(writer);
      writer = null;
    }
    Waiter next;
    for (Waiter waiter = waiters.first(); waiter != null; waiter = next) {
      next = waiters.after(waiter);
      if (((Readiness) waiter).isConcernedBy(bits)) {
        if (!wakers.canPush()) {
          return true;
        }
        waiters.remove(waiter);
        wakers.push(waiter.take());
      }
    }
    return false;
  }

  /** Readiness for a direction, or Pending with the waker in that direction's slot. */
  // tag::poll-readiness[]
  Poll<ReadyEvent> pollReadiness(Context context, Direction direction) {
    int mask = direction.mask();
    ReadyEvent event = look(mask);
    if (!event.concerns(mask)) {
      store(context.waker(), direction);
      event = look(mask);
    }
    return event.concerns(mask) ? Poll.ready(event) : Poll.pending();
  }

  // end::poll-readiness[]

  private void store(Waker latest, Direction direction) {
    Waker old;
    synchronized (this) {
      old = direction == Direction.READ ? reader : writer;
      if (old != null && old.willWake(latest)) {
        return;
      }
      if (direction == Direction.READ) {
        reader = latest.clone();
      } else {
        writer = latest.clone();
      }
      ledger.wakerStored(token.value(), direction.mask(), latest);
    }
    if (old != null) {
      old.drop();
    }
  }

  /** A future that is ready when the descriptor is. */
  Readiness readinessFuture(Interest interest) {
    return new Readiness(this, Direction.mask(interest));
  }

  /** Joins the list, unless readiness came first. The caller holds no lock. */
  ReadyEvent joinUnlessReady(Readiness waiter, int mask, Waker latest) {
    Waker old = null;
    ReadyEvent event;
    synchronized (this) {
      event = look(mask);
      if (!event.concerns(mask)) {
        old = waiter.store(latest);
        boolean joins = !waiter.isWaiting();
        if (joins) {
          waiters.add(waiter);
        }
        if (joins || old != null) {
          ledger.wakerStored(token.value(), mask, latest);
        }
      }
    }
    if (old != null) {
      old.drop();
    }
    return event;
  }

  /** Leaves the list, if it is there, and takes its waker along. */
  void leave(Readiness waiter) {
    Waker old;
    synchronized (this) {
      waiters.remove(waiter);
      old = waiter.take();
    }
    if (old != null) {
      old.drop();
    }
  }

  /** No more news will come: tells everyone who waits, and everyone who ever asks. */
  void shutdown(WakeList wakers) {
    readiness.updateAndGet(now -> new ReadyEvent(now.bits(), now.tick(), true));
    wake(EVERYTHING, wakers);
  }

  /** Everything that somebody waits for. */
  synchronized int awaited() {
    int bits = reader == null ? 0 : Direction.READ.mask();
    bits |= writer == null ? 0 : Direction.WRITE.mask();
    for (Waiter waiter = waiters.first(); waiter != null; waiter = waiters.after(waiter)) {
      bits |= ((Readiness) waiter).mask();
    }
    return bits;
  }

  /** A call was tried; {@code blocked} if it would have had to wait. */
  void tried(ReadyEvent event, boolean blocked) {
    ledger.callTried(token.value(), event.bits(), blocked);
  }

  /** How many wait, in the list and in the slots. */
  synchronized int waiting() {
    return waiters.size() + (reader == null ? 0 : 1) + (writer == null ? 0 : 1);
  }
}
