package manor.exercises.join;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.io.IOException;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.List;
import manor.exercises.Chore;
import manor.exercises.ScriptedWaker;
import manor.exercises.Todo;
import manor.task.Future;
import manor.task.Notify;
import manor.task.Poll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class AllAtOnceTest {
  private static final String PASSED_OVER =
      "\nWho is passed over? If a place is taken out of futures, the others move up: set it to"
          + " null,"
          + " and let it stay.";

  private final ScriptedWaker waker = new ScriptedWaker("the task");
  private final Chore bread = new Chore("bread");
  private final Chore milk = new Chore("milk");
  private final Chore wine = new Chore("wine");
  private final Future<List<String>> all = Future.join(List.of(bread, milk, wine));

  private Poll<List<String>> poll() throws Exception {
    return poll(all);
  }

  /** What is thrown and was not an errand's own failure gets a meaning. */
  private <T> Poll<T> poll(Future<T> future) throws Exception {
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
  private String asked() {
    return " Asked: bread " + bread.polls() + ", milk " + milk.polls() + ", wine " + wine.polls();
  }

  @Test
  @Order(1)
  void allDoneIsDone() throws Exception {
    bread.becomes("bread");
    milk.becomes("milk");
    wine.becomes("wine");
    Poll<List<String>> poll = poll();
    that(
        poll.isReady(),
        "All three errands are done, and join answered Pending. left counts who has not ended."
            + asked()
            + (bread.polls() * milk.polls() * wine.polls() > 0 ? "" : PASSED_OVER));
    equal(List.of("bread", "milk", "wine"), poll.get(), "The values, in the order of the list.");
  }

  @Test
  @Order(2)
  void everyoneIsAskedAtOnce() throws Exception {
    that(poll().isPending(), "No errand is done, and join answered Ready." + asked());
    for (Chore errand : List.of(bread, milk, wine)) {
      equal(
          1,
          errand.polls(),
          "After one poll of all, "
              + errand
              + " was asked this often. Who is not asked leaves no waker:\n"
              + "the errands would run one after the other, and news for a later one wake nobody.");
    }
    equal(0, waker.wakes(), "Nobody is done, and the task was woken: it will spin.");
  }

  @Test
  @Order(3)
  void whoIsDoneIsNotAskedAgain() throws Exception {
    milk.becomes("milk");
    that(poll().isPending(), "One errand of three is done: answer Pending.");
    that(poll().isPending(), "One errand of three is done: answer Pending.");
    equal(
        0,
        bread.drops() + wine.drops(),
        "milk is done, and the others, who are not, were dropped. That is for a failure, and for"
            + " drop.");
    equal(1, milk.polls(), "milk was done at the first poll, and was asked again after its end.");
    that(
        bread.polls() + wine.polls() > 2,
        "bread and wine were asked at the first poll, and the second one asked nobody. An errand"
            + " moves only when it is asked:\nevery poll asks all that have not ended.");
    equal(
        2,
        wine.polls(),
        "wine is not done: every poll of all asks it, also when milk, before it, is done."
            + PASSED_OVER);
  }

  @Test
  @Order(4)
  void theValuesStandInTheOrderOfTheList() throws Exception {
    wine.becomes("wine");
    poll();
    bread.becomes("bread");
    poll();
    milk.becomes("milk");
    Poll<List<String>> poll = poll();
    that(poll.isReady(), "The last of three errands is done now: answer Ready.");
    equal(
        List.of("bread", "milk", "wine"),
        poll.get(),
        "They were done in another order than they stand in the list; the list's order counts.");
  }

  @Test
  @Order(5)
  void nullIsAValueToo() throws Exception {
    Notify bell = new Notify();
    Future<Void> rung = bell.notified();
    Future<List<Object>> both = Future.join(List.of(rung, milk));
    bell.notifyOne();
    poll(both);
    milk.becomes("milk");
    Poll<List<Object>> poll = poll(both);
    that(
        poll.isReady(),
        "A bell has rung: its value is null, and it is done. Then milk was done, and join still"
            + " answered Pending.\nA null in values does not mean that nothing has come.");
    equal(Arrays.asList(null, "milk"), poll.get(), "The values of a bell and of milk.");
  }

  @Test
  @Order(6)
  void theFailureOfOneIsTheFailureOfAll() {
    IOException reason = new IOException("the milk is sour");
    milk.fails(reason);
    Throwable thrown = failureOf(all);
    that(
        thrown != null,
        "milk failed, and join kept the failure to itself: it is thrown at once, whoever has not ended.");
    that(thrown == reason, "milk failed with " + reason + "\nand join threw another: " + thrown);
    for (Chore errand : List.of(bread, wine)) {
      that(
          errand.drops() > 0,
          "milk failed, and "
              + errand
              + " was not dropped. Nobody will ask it again: it keeps what it holds, and its waker"
              + " stays wherever it waits.");
    }
  }

  private Throwable failureOf(Future<?> future) {
    try {
      future.poll(waker.context());
      return null;
    } catch (Todo stub) {
      throw stub;
    } catch (Throwable thrown) {
      return thrown;
    }
  }

  @Test
  @Order(7)
  void whateverIsThrownTheOthersAreDropped() {
    Error broken = new AssertionError("broken");
    Future<String> breaks =
        context -> {
          throw broken;
        };
    Throwable thrown = failureOf(Future.join(List.of(bread, breaks)));
    that(thrown != null, "An errand threw an Error, and join kept it to itself.");
    that(thrown == broken, "An errand threw an Error, and join threw another: " + thrown);
    that(
        bread.drops() > 0,
        "An errand threw an Error, and bread was not dropped: catch Throwable, for a bug is no"
            + " reason to leak.");
  }

  @Test
  @Order(8)
  void droppingEndsWhoeverHasNotEnded() throws Exception {
    milk.becomes("milk");
    poll();
    drop();
    that(bread.drops() > 0, "join was dropped, and bread, which had not ended, was not.");
    that(wine.drops() > 0, "join was dropped, and wine, which had not ended, was not.");
    drop();
  }

  private void drop() {
    try {
      all.drop();
    } catch (Todo stub) {
      throw stub;
    } catch (RuntimeException stumbled) {
      throw mistake(
          "milk has ended, and so its place in futures is null; or join was dropped twice. drop"
              + " must"
              + " bear both.\nIt threw "
              + stumbled,
          stumbled);
    }
  }

  @Test
  @Order(9)
  void nobodyStaysAtTheBell() throws Exception {
    Notify bell = new Notify();
    Future<List<Void>> both = Future.join(List.of(bell.notified(), bell.notified()));
    poll(both);
    equal(2, bell.waiting(), "Two wait for the bell, both at once.");
    bell.notifyOne();
    equal(1, waker.wakes(), "The bell rang for one of them, and woke the task.");
    poll(both);
    both.drop();
    equal(0, bell.waiting(), "join was dropped, and somebody still stands at the bell.");
    equal(0, waker.live(), "join was dropped, and a waker of its task is still kept somewhere.");
  }

  @Test
  @Order(10)
  void allOfNothingIsDone() throws Exception {
    Poll<List<String>> poll = poll(Future.join(List.<Future<String>>of()));
    that(poll.isReady(), "There is nothing to wait for, and join answered Pending: for ever.");
    equal(List.of(), poll.get(), "No errands, no values.");
  }

  /** An errand that does one thing, if it may. */
  private static Future<String> oneStep(int[] steps) {
    return context -> {
      if (!context.mayProceed()) {
        return Poll.pending();
      }
      context.spend();
      steps[0]++;
      return Poll.ready("done");
    };
  }

  @Test
  @Order(11)
  void theErrandsShareTheTasksBudget() throws Exception {
    int[] steps = new int[1];
    Future<List<String>> two = Future.join(List.of(oneStep(steps), oneStep(steps)));
    two.poll(waker.context(1));
    equal(
        1,
        steps[0],
        "This poll's budget was one step, and the two errands made this many. Hand every errand"
            + " the context that poll\nwas handed: the budget in it is the task's, and all of them"
            + " draw on it.");
    equal(
        1,
        waker.wakes(),
        "The budget was used up, and the second errand asked to be polled again: by the context's"
            + " waker, once.");
  }
}
