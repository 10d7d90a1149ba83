package manor.explorer.scenario;

import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.task.Poll;
import manor.task.Waker;

/**
 * Another thread has a waker of a task: clones it, wakes by reference, drops; after the last news
 * the task is polled once more.
 */
public final class ForeignWakes implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    int[] news = new int[1];
    int[] seen = new int[1];
    stage
        .runtime()
        .blockOn(
            context -> {
              if (seen[0] == 0) {
                Waker waker = context.waker().clone();
                stage.actor("friend", () -> tell(news, waker));
              }
              seen[0] = Math.max(1, news[0]);
              return news[0] == 3 ? Poll.ready(null) : Poll.pending();
            });
    stage.expect("the last news was seen", () -> seen[0] == 3);
  }

  private static void tell(int[] news, Waker waker) {
    news[0] = 1;
    waker.wakeByRef();
    Waker second = waker.clone();
    news[0] = 2;
    second.wake();
    waker.clone().drop();
    news[0] = 3;
    waker.wake();
  }
}
