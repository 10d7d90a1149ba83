package manor.runtime;

/** A task ended without a value: it failed, and {@link #getCause} says why, or it was aborted. */
public final class JoinException extends Exception {
  private static final long serialVersionUID = 1L;

  JoinException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether it was aborted, by hand or by the end of its runtime. */
  public boolean isAborted() {
    return getCause() instanceof AbortedException;
  }
}
