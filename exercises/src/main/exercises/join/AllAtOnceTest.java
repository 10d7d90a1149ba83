package manor.exercises.join;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;

import java.util.Arrays;
import java.util.List;
import manor.exercises.Chore;
import manor.task.Future;
import manor.task.Notify;
import manor.task.Poll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Everyone is asked at every poll until he has ended, and the values stand in order. */
@TestMethodOrder(OrderAnnotation.class)
class AllAtOnceTest extends TriedErrands {
  private static final String LEFT =
      ", and join answered Ready. Where an errand stands says\nnothing about when it ends: Ready is"
          + " for when nobody is left.";

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
    that(poll().isPending(), "wine, the last of the list, is done before the others" + LEFT);
    bread.becomes("bread");
    that(poll().isPending(), "The first and the last are done, and milk is not" + LEFT);
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
  void allOfNothingIsDone() throws Exception {
    Poll<List<String>> poll = poll(Future.join(List.<Future<String>>of()));
    that(poll.isReady(), "There is nothing to wait for, and join answered Pending: for ever.");
    equal(List.of(), poll.get(), "No errands, no values.");
  }
}
