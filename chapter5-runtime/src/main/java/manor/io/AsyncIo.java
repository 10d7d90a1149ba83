package manor.io;

import java.io.IOException;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;

/** Readiness, then the call, and round again if it would have blocked. */
final class AsyncIo<T> implements Future<T> {
  private final Registration registration;
  private final Readiness readiness;
  private final Attempt<T> attempt;

  AsyncIo(Registration registration, Readiness readiness, Attempt<T> attempt) {
    this.registration = registration;
    this.readiness = readiness;
    this.attempt = attempt;
  }

  @Override
  public Poll<T> poll(Context context) throws IOException {
    if (!context.mayProceed()) {
      return Poll.pending();
    }
    while (true) {
      Poll<ReadyEvent> poll = readiness.poll(context);
      if (poll.isPending()) {
        return Poll.pending();
      }
      T answer = registration.tryOnce(poll.get(), attempt);
      if (answer != null) {
        context.spend();
        return Poll.ready(answer);
      }
      readiness.restart();
    }
  }

  @Override
  public void drop() {
    readiness.drop();
  }
}
