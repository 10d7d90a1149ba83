package manor.explorer.stage;

/**
 * A program for the runtime, small enough to be played in every order. Implement it in a public
 * class with a public constructor without parameters.
 *
 * <pre>
 *   public final class Bell implements Scenario {
 *     public void play(Stage stage) throws Exception {
 *       Notify bell = new Notify();
 *       stage.actor("friend", () -&gt; bell.notifyOne());
 *       stage.runtime().blockOn(bell.notified());
 *     }
 *   }
 * </pre>
 *
 * <p>It fails if anyone fails, if in some order nobody can go on, or if in the end something is not
 * as expected. It must do the same each time it is played: no threads but actors, no clocks, no
 * random numbers.
 */
public interface Scenario {
  /**
   * Plays once, on the first actor's thread, which is the runtime's. The runtime is closed
   * afterwards.
   *
   * @throws Exception when something went wrong that should not
   */
  void play(Stage stage) throws Exception;
}
