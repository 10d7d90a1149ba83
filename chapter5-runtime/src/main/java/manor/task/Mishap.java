package manor.task;

/**
 * What goes wrong while something is given back. It must not keep the rest from being given back
 * too, and it must not go unheard.
 */
public final class Mishap {
  private Mishap() {}

  /** Tells the thread's handler of uncaught exceptions, and nobody else. Any thread. */
  public static void tell(Throwable fault) {
    Thread here = Thread.currentThread();
    here.getUncaughtExceptionHandler().uncaughtException(here, fault);
  }
}
