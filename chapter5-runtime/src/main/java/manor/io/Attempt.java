package manor.io;

import java.io.IOException;

/**
 * A call on a descriptor that may find that it would have to wait.
 *
 * @param <T> what it answers
 */
@FunctionalInterface
public interface Attempt<T> {
  /**
   * Tries once.
   *
   * @return the answer, or null for {@code WOULD_BLOCK}
   * @throws IOException when the call fails
   */
  T attempt() throws IOException;

  /** Whether {@code answer} also says that another call now would block. By default unknown. */
  default boolean exhausts(T answer) {
    return false;
  }
}
