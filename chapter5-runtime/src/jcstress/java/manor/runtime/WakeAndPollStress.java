package manor.runtime;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A plain field written before a wake is seen by the poll that takes the wake off. */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The poll saw the news.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "It did not, and is queued again.")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "It did, and is queued once too often.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The news is lost.")
@State
public class WakeAndPollStress {
  private final TaskState state = new TaskState();
  private int news;
  private boolean pauseQueues;
  private boolean wakeQueues;

  /** The executor. */
  @Actor
  public void executor(II_Result result) {
    state.begin();
    result.r1 = news;
    pauseQueues = state.pause();
  }

  /** A stranger. */
  @Actor
  public void stranger() {
    news = 1;
    wakeQueues = state.wake();
  }

  /** Afterwards. */
  @Arbiter
  public void end(II_Result result) {
    result.r2 = pauseQueues || wakeQueues ? 1 : 0;
  }
}
