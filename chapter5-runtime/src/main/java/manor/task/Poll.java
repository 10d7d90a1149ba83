package manor.task;

import java.util.function.Function;

/**
 * The answer to "are you done?": {@link Ready} with a value, or {@link Pending}.
 *
 * <p>Whoever answers Pending has made sure that somebody holds a {@link Waker} for the one who
 * asked. Pending without a waker is a promise nobody will keep.
 *
 * @param <T> what is waited for
 */
public sealed interface Poll<T> {
  /**
   * Done, and this came of it.
   *
   * @param value may be null where nothing is expected but the end itself
   */
  // tag::ready[]
  record Ready<T>(T value) implements Poll<T> {
    private static final Ready<?> NOTHING = new Ready<>(null);
  }

  // end::ready[]

  /** Not yet: a waker has been left with somebody, who will call back. */
  // tag::pending[]
  record Pending<T>() implements Poll<T> {
    private static final Pending<?> ALL = new Pending<>();
  }

  // end::pending[]

  /** Done, with a value. */
  @SuppressWarnings("unchecked")
  static <T> Poll<T> ready(T value) {
    return value == null ? (Poll<T>) Ready.NOTHING : new Ready<>(value);
  }

  /** Not yet. Always the same object, for it says nothing else. */
  @SuppressWarnings("unchecked")
  static <T> Poll<T> pending() {
    return (Poll<T>) Pending.ALL;
  }

  /** Whether it is done. */
  default boolean isReady() {
    return this instanceof Ready;
  }

  /** Whether it is not. */
  default boolean isPending() {
    return this instanceof Pending;
  }

  /**
   * The value.
   *
   * @throws IllegalStateException when Pending
   */
  default T get() {
    if (this instanceof Ready<T> ready) {
      return ready.value;
    }
    throw new IllegalStateException("still pending");
  }

  /** Ready with what {@code function} makes of the value, or still Pending. */
  default <U> Poll<U> map(Function<? super T, ? extends U> function) {
    return isReady() ? ready(function.apply(get())) : pending();
  }
}
