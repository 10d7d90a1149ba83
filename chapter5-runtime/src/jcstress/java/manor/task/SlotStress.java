package manor.task;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Who leaves a waker and looks again either sees the news or is woken. */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "It saw the news.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "It was woken.")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Both.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It waits for ever.")
@State
public class SlotStress {
  private final WakerSlot slot = new WakerSlot();
  private final CountingWaker counter = new CountingWaker();
  private int news;

  /** The listener. */
  @Actor
  public void listener(II_Result result) {
    slot.store(counter.waker());
    result.r1 = news;
  }

  /** The teller. */
  @Actor
  public void teller() {
    news = 1;
    slot.wake();
  }

  /** Afterwards. */
  @Arbiter
  public void end(II_Result result) {
    result.r2 = counter.takeWakes();
  }
}
