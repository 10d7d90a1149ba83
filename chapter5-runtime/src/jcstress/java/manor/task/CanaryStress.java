package manor.task;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The canary: a slot and news as plain fields. Each writes, then looks, and both see nothing. */
@JCStressTest
@Outcome(
    id = {"0, 1", "1, 0", "1, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "Someone sees.")
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "A wake is lost: caught.")
@State
public class CanaryStress {
  private int slot;
  private int news;

  /** The listener. */
  @Actor
  public void listener(II_Result result) {
    slot = 1;
    result.r1 = news;
  }

  /** The teller. */
  @Actor
  public void teller(II_Result result) {
    news = 1;
    result.r2 = slot;
  }
}
