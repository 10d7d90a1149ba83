package manor.task;

/**
 * Told of every step the household takes, in the order they are taken. It decides nothing. Tokens,
 * readiness and ticks come as plain numbers, so that telling costs nothing when {@link #NONE}
 * listens: no object is made for it.
 *
 * <p>A readiness is the bits of {@link manor.epoll.Ready}; a token the value of a {@link
 * manor.epoll.Token}; a task its number, from 1.
 *
 * <p>Threads: the runtime's own, but for {@link #wakerCloned}, {@link #wakerLeft}, {@link
 * #wakeMissed}, {@link #wakerWoken}, {@link #wakerDropped}, {@link #taskSpawned}, {@link
 * #taskQueued} and {@link #knocked}, which come from any, and perhaps under a lock: a ledger calls
 * nobody back.
 */
public interface Ledger {
  /** Nobody listens. */
  Ledger NONE = new Ledger() {};

  /** Whether it wants to hear of system calls, which takes some work to tell. */
  default boolean hearsSyscalls() {
    return false;
  }

  /**
   * Whether it wants to hear of {@link #stillReady}: before every sleep without end the kernel is
   * then asked a second time about everyone who is waited for.
   */
  default boolean looksTwice() {
    return false;
  }

  /** A system call was made; {@code line} is as strace prints it. */
  default void syscall(String line) {}

  /** A descriptor was given a token: from now on the kernel tells of it. */
  default void registered(long token, int fd) {}

  /** Nobody will hear of this token again. */
  default void deregistered(long token) {}

  /** The driver is about to ask the kernel, for so long at most; -1 is without end. */
  default void turnStarted(long maxWaitNanos) {}

  /** The kernel told of a token. */
  default void eventTold(long token, int ready) {}

  /** Readiness was added to what was known; {@code tick} is the new one. */
  default void readinessSet(long token, int ready, int tick) {}

  /** Readiness was taken away after a call would have blocked. */
  default void readinessCleared(long token, int ready, int tick) {}

  /** Readiness was to be taken away, but news had come since: the tick seen is not the one now. */
  default void clearRefused(long token, int seenTick, int tick) {}

  /** A call was tried since the descriptor seemed {@code ready}; {@code blocked} if it was not. */
  default void callTried(long token, int ready, boolean blocked) {}

  /**
   * The kernel says that it is ready, but it is not known here, and someone waits for just that.
   */
  default void stillReady(long token, int ready) {}

  /** A waker was left with a descriptor, to be woken by any of {@code ready}. */
  default void wakerStored(long token, int ready, Waker waker) {}

  /** A waker was left with something else: {@code place} says in words what it is. */
  default void wakerLeft(Waker waker, String place) {}

  /** The place where a waker was just left had been woken before, when nobody was there. */
  default void wakeMissed(Waker waker, String place) {}

  /** A waker of a task was cloned. */
  default void wakerCloned(long task) {}

  /** A waker of a task was woken; {@code usedUp} if it is gone with that. */
  default void wakerWoken(long task, boolean usedUp) {}

  /** A waker of a task was dropped without being woken. */
  default void wakerDropped(long task) {}

  /** Another thread's wake reached for the door of a driver that sleeps. */
  default void knocked() {}

  /** A task came to be. */
  default void taskSpawned(long task) {}

  /** A task stands in the run queue; {@code foreign} if another thread put it there. */
  default void taskQueued(long task, boolean foreign) {}

  /** A task is about to be polled. */
  default void taskPolled(long task) {}

  /** A task answered Pending. */
  default void taskPending(long task) {}

  /** A task is done. */
  default void taskReady(long task) {}

  /** A task has failed. */
  default void taskFailed(long task, Throwable failure) {}

  /** A task was dropped before its end. */
  default void taskDropped(long task) {}

  /** A timer will fire at this moment of the clock. */
  default void timerSet(long deadline) {}

  /** A timer has fired. */
  default void timerFired(long deadline) {}

  /** Both: what either wants to hear is told to each, to this one first. */
  default Ledger and(Ledger other) {
    return new LedgerPair(this, other);
  }
}
