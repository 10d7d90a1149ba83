package manor.exercises.join;

import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.util.ConcurrentModificationException;
import java.util.List;
import manor.exercises.Chore;
import manor.exercises.ScriptedWaker;
import manor.exercises.Todo;
import manor.task.Future;
import manor.task.Poll;

/** Three errands that are joined, and the task that waits for them. One thread. */
abstract class TriedErrands {
  static final String PASSED_OVER =
      "\nWho is passed over? If a place is taken out of futures, the others move up: set it to"
          + " null,"
          + " and let it stay.";

  final ScriptedWaker waker = new ScriptedWaker("the task");
  final Chore bread = new Chore("bread");
  final Chore milk = new Chore("milk");
  final Chore wine = new Chore("wine");
  final Future<List<String>> all = Future.join(List.of(bread, milk, wine));

  Poll<List<String>> poll() throws Exception {
    return poll(all);
  }

  /** What is thrown and was not an errand's own failure gets a meaning. */
  <T> Poll<T> poll(Future<T> future) throws Exception {
    try {
      return future.poll(waker.context());
    } catch (Todo stub) {
      throw stub;
    } catch (RuntimeException thrown) {
      throw mistake("poll threw " + thrown + "\n" + meaning(thrown), thrown);
    }
  }

  private static String meaning(RuntimeException thrown) {
    if (thrown instanceof ConcurrentModificationException
        || thrown instanceof IndexOutOfBoundsException) {
      return "futures lost a place while you went through it. Set the place to null: the others"
          + " stay"
          + " where they are.";
    }
    if (thrown instanceof NullPointerException) {
      return "A place in futures is null when its errand has ended; and a value may be null, which"
          + " List.of and List.copyOf refuse.";
    }
    if (thrown instanceof IllegalStateException) {
      return "A Pending has no value: ask isReady before get.";
    }
    return "No errand failed with that.";
  }

  /** Who was asked how often, beside a mistake. */
  String asked() {
    return " Asked: bread %d, milk %d, wine %d."
        .formatted(bread.polls(), milk.polls(), wine.polls());
  }
}
