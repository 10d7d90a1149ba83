package manor.runtime;

import org.jetbrains.lincheck.Lincheck;

/** Runs something on several threads in every order that the model checker comes to think of. */
public final class Interleaved {
  private static final int ORDERS = 300;

  static {
    System.setProperty("lincheck.logLevel", "ERROR");
  }

  private Interleaved() {}

  /** What a thread does. */
  public interface Part {
    void act() throws Exception;
  }

  /**
   * Does it again and again; {@code once} starts its threads with {@link #together}.
   *
   * @throws AssertionError with the order in which it failed
   */
  public static void check(Part once) {
    Lincheck.runConcurrentTest(ORDERS, () -> run(once));
  }

  /** Both at once, until both have ended. */
  public static void together(Part one, Part other) throws Exception {
    Throwable[] failure = new Throwable[1];
    Thread thread =
        new Thread(
            () -> {
              try {
                other.act();
              } catch (Throwable failed) {
                failure[0] = failed;
              }
            });
    thread.start();
    one.act();
    thread.join();
    if (failure[0] != null) {
      throw new AssertionError(failure[0]);
    }
  }

  private static void run(Part part) {
    try {
      part.act();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }
}
