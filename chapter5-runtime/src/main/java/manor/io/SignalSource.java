package manor.io;

import java.io.IOException;

/**
 * Where signals come from. A test has one of its own, and sends them when it likes.
 *
 * <p>Threads: as {@link Driver}.
 */
@FunctionalInterface
public interface SignalSource {
  /**
   * Calls {@code arrived} at every signal of this kind, on a thread of its own, instead of what the
   * signal did before.
   *
   * @return closing it undoes that
   * @throws IOException when the signal cannot be had
   */
  AutoCloseable listen(SignalKind kind, Runnable arrived) throws IOException;

  /** The JVM's own: a signal handler in C wakes a thread of the JVM, which calls. */
  static SignalSource jvm() {
    return new JvmSignals();
  }
}
