package manor.exercises.join;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.io.IOException;
import java.util.List;
import manor.exercises.Chore;
import manor.exercises.Todo;
import manor.task.Future;
import manor.task.Notify;
import manor.task.Poll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A failure, a drop, and what the errands share. */
@TestMethodOrder(OrderAnnotation.class)
class OneForAllTest extends TriedErrands {
  @Test
  @Order(1)
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

  @Test
  @Order(2)
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
  @Order(6)
  void nobodyIsAskedAfterAFailure() {
    bread.fails(new IOException("the bread is burnt"));
    wine.fails(new IOException("the wine is corked"));
    failureOf(all);
    equal(
        1,
        bread.polls() + wine.polls(),
        "Two errands fail when they are asked, and so many of them were asked in one poll. The"
            + " first failure ends all:\nthrow it at once. Nobody is asked any more, and no other"
            + " failure takes its place.");
  }

  @Test
  @Order(3)
  void droppingEndsWhoeverHasNotEnded() throws Exception {
    milk.becomes("milk");
    poll();
    drop();
    that(bread.drops() > 0, "join was dropped, and bread, which had not ended, was not.");
    that(wine.drops() > 0, "join was dropped, and wine, which had not ended, was not.");
    drop();
  }

  @Test
  @Order(4)
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
  @Order(5)
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
}
