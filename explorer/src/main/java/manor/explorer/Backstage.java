package manor.explorer;

import java.util.concurrent.Callable;
import manor.syscall.Kernel;

/**
 * What a {@link manor.explorer.stage.Stage} needs from behind the curtain. The stage and everything
 * on it are loaded anew and instrumented; this side is not.
 */
public interface Backstage {
  /** A simulated kernel, every call of which is a place to be stopped at. */
  Kernel kernel();

  /** The simulated world's time. */
  long now();

  /** Another actor, who may go on from now on. */
  void actor(String name, Callable<?> role);

  /** Whether somebody reads the ledger this time; to write it takes longer than all the rest. */
  boolean isRecorded();

  /** A line of the ledger. */
  void line(String line);
}
