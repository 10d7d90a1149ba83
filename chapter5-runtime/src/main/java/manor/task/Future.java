package manor.task;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * Work that is asked again and again until it is done. It does nothing by itself: it moves only
 * when polled, never waits, and when it cannot go on it leaves a {@link Waker} where the news will
 * arrive and says {@link Poll.Pending}.
 *
 * <p>The contract, for those who write one:
 *
 * <ul>
 *   <li>Pending means: the waker of the <em>latest</em> context has been left with someone, and
 *       after it was left, the future looked once more. News that came in between would otherwise
 *       wake nobody.
 *   <li>Failure is an exception out of {@link #poll}; it ends the future as a value does.
 *   <li>A future that has ended holds nothing any more, and is not polled again.
 *   <li>{@link #drop} ends it early. It takes back every waker left anywhere and gives back what
 *       the future holds. It may come at any time between polls, also before the first and after
 *       the end, and more than once.
 * </ul>
 *
 * <p>And for those who poll one: poll after every wake; a poll too many is harmless. Stop polling
 * and you owe a {@link #drop}; a future inside another is dropped by the outer one.
 *
 * <p>Threads: one at a time.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface Future<T> {
  /**
   * Goes on as far as possible without waiting.
   *
   * @param context whom to wake when there is more to do
   * @return Ready, once; or Pending
   * @throws Exception when the work has failed
   */
  // tag::poll[]
  Poll<T> poll(Context context) throws Exception;

  // end::poll[]

  // tag::drop[]
  /** Ends it, whatever it was doing. By default there is nothing to give back. Never throws. */
  default void drop() {}

  // end::drop[]

  /** Done from the beginning. */
  static <T> Future<T> ready(T value) {
    return context -> Poll.ready(value);
  }

  // tag::poll-fn[]
  /**
   * The future that asks {@code poll} each time. In Java a lambda of the right shape is a future
   * already; the name is for those who look for {@code poll_fn}.
   */
  static <T> Future<T> pollFn(Future<T> poll) {
    return poll;
  }

  // end::poll-fn[]

  /**
   * All of them at once, in one task; their values in the same order. The first failure drops the
   * others and is the failure of all.
   */
  static <T> Future<List<T>> join(List<? extends Future<? extends T>> futures) {
    return new Join<>(futures);
  }

  /** Whichever is done or fails first; the others are dropped. Also known as select. */
  static <T> Future<T> race(List<? extends Future<? extends T>> futures) {
    return new Race<>(futures);
  }

  /** Whichever of two is done or fails first; the other is dropped. */
  static <T> Future<T> race(Future<? extends T> one, Future<? extends T> other) {
    return race(List.of(one, other));
  }

  /**
   * Again and again, for as long as a round answers true.
   *
   * @param round makes the future of the next round
   */
  static Future<Void> loop(Callable<? extends Future<Boolean>> round) {
    return new Loop(round);
  }

  /** The same, with what {@code function} makes of the value; its exception is the failure. */
  default <U> Future<U> map(Step<? super T, ? extends U> function) {
    return then(value -> ready(function.apply(value)));
  }

  /** First this, then the future that {@code next} makes of its value. */
  default <U> Future<U> then(Step<? super T, ? extends Future<? extends U>> next) {
    return new Then<>(this, next);
  }

  /** The same, but if it fails, the future that {@code rescue} makes of the failure goes on. */
  default Future<T> orElse(Step<? super Exception, ? extends Future<? extends T>> rescue) {
    return new OrElse<>(this, rescue);
  }

  /**
   * The same, and {@code resource} is closed when it has ended, failed or been dropped: what
   * try-with-resources is to a block.
   */
  default Future<T> closing(AutoCloseable resource) {
    return new Closing<>(this, resource);
  }

  /**
   * What is done with a value when it has come.
   *
   * @param <T> the value
   * @param <U> what is made of it
   */
  @FunctionalInterface
  interface Step<T, U> {
    /**
     * Takes the value.
     *
     * @throws Exception to fail the future it is part of
     */
    U apply(T value) throws Exception;
  }
}
