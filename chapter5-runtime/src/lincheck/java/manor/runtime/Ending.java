package manor.runtime;

import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;

/** What a join handle does, of a completion alone. */
record Ending(Completion<Integer> completion) implements Future<Integer> {
  @Override
  public Poll<Integer> poll(Context context) {
    completion.waiting().store(context.waker());
    Outcome<Integer> outcome = completion.get();
    return outcome == null ? Poll.pending() : Poll.ready(outcome.value());
  }
}
