package manor.runtime;

/** A task was dropped before its end: somebody aborted it, or its runtime was closed. */
final class AbortedException extends Exception {
  private static final long serialVersionUID = 1L;

  AbortedException(Task<?> task) {
    super(task + " was aborted", null, false, false);
  }
}
