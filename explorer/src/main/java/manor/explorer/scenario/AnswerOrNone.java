package manor.explorer.scenario;

import java.util.List;
import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.runtime.JoinHandle;
import manor.task.Future;
import manor.task.Oneshot;

/** Two tasks have asked something: one is answered, the other hears that no answer will come. */
public final class AnswerOrNone implements Scenario {
  private static final int NONE = -1;

  @Override
  public void play(Stage stage) throws Exception {
    Oneshot<Integer> asked = new Oneshot<>();
    Oneshot<Integer> forgotten = new Oneshot<>();
    JoinHandle<Integer> one = stage.runtime().spawn(asked.receiver());
    JoinHandle<Integer> other =
        stage.runtime().spawn(forgotten.receiver().orElse(left -> Future.ready(NONE)));
    stage.actor("friend", () -> asked.sender().send(7));
    stage.actor("stranger", () -> forgotten.sender().close());
    List<Integer> answers = stage.runtime().blockOn(Future.join(List.of(one, other)));
    stage.expect("each heard its own", () -> answers.equals(List.of(7, NONE)));
  }
}
