package manor.task;

import java.util.concurrent.Callable;

/**
 * Does something again for as long as it answers true: the {@code loop} of those who write futures
 * by hand. It goes round as often as it can in one poll, within the budget.
 */
final class Loop implements Future<Void> {
  private final Callable<? extends Future<Boolean>> round;
  private Future<Boolean> current;

  Loop(Callable<? extends Future<Boolean>> round) {
    this.round = round;
  }

  @Override
  public Poll<Void> poll(Context context) throws Exception {
    boolean again = true;
    while (again) {
      if (!context.mayProceed()) {
        return Poll.pending();
      }
      Poll<Boolean> poll = pollRound(context);
      if (poll.isPending()) {
        return Poll.pending();
      }
      context.spend();
      again = poll.get();
    }
    return Poll.ready(null);
  }

  private Poll<Boolean> pollRound(Context context) throws Exception {
    Future<Boolean> asked = current == null ? round.call() : current;
    current = null;
    Poll<Boolean> poll = asked.poll(context);
    current = poll.isPending() ? asked : null;
    return poll;
  }

  @Override
  public void drop() {
    Future<?> started = current;
    current = null;
    if (started != null) {
      started.drop();
    }
  }
}
