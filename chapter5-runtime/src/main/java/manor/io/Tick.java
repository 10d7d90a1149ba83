package manor.io;

/**
 * Why readiness is changed, which decides whether it may be. Between the moment a task looks at a
 * readiness and the moment it takes it away, the driver may have brought the same news afresh; the
 * tick tells the old from the new.
 */
public sealed interface Tick {
  /** The driver brings news: it is added, and the tick goes on by one. */
  Set SET = new Set();

  /** News from the driver. */
  record Set() implements Tick {}

  /**
   * A task found that a call would block: what it had seen is taken away, unless the tick has gone
   * on since.
   *
   * @param seen the tick of the readiness that the task acted on
   */
  record Clear(int seen) implements Tick {}
}
