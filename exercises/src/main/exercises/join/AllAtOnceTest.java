package manor.exercises.join;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import manor.exercises.Chore;
import manor.exercises.ScriptedWaker;
import manor.task.Future;
import manor.task.Notify;
import manor.task.Poll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class AllAtOnceTest {
  private final ScriptedWaker waker = new ScriptedWaker("the task");
  private final Chore bread = new Chore("bread");
  private final Chore milk = new Chore("milk");
  private final Chore wine = new Chore("wine");
  private final Future<List<String>> all = Future.join(List.of(bread, milk, wine));

  private Poll<List<String>> poll() throws Exception {
    return all.poll(waker.context());
  }

  @Test
  @Order(1)
  void allDoneIsDone() throws Exception {
    bread.becomes("bread");
    milk.becomes("milk");
    wine.becomes("wine");
    Poll<List<String>> poll = poll();
    that(poll.isReady(), "All three errands are done, and join answered Pending.");
    equal(List.of("bread", "milk", "wine"), poll.get(), "The values, in the order of the list.");
  }

  @Test
  @Order(2)
  void everyoneIsAskedAtOnce() throws Exception {
    that(poll().isPending(), "No errand is done, and join answered Ready.");
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
    equal(1, milk.polls(), "milk was done at the first poll, and was asked again after its end.");
    equal(2, wine.polls(), "wine is not done: every poll of all asks it.");
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
    both.poll(waker.context());
    milk.becomes("milk");
    Poll<List<Object>> poll = both.poll(waker.context());
    that(
        poll.isReady(),
        "A bell has rung: its value is null, and it is done. Then milk was done, and join still"
            + " answered Pending.\nA null in values does not mean that nothing has come.");
    equal(Arrays.asList(null, "milk"), poll.get(), "The values of a bell and of milk.");
  }

  @Test
  @Order(6)
  void theFailureOfOneIsTheFailureOfAll() throws Exception {
    IOException reason = new IOException("the milk is sour");
    milk.fails(reason);
    try {
      poll();
    } catch (IOException thrown) {
      that(thrown == reason, "Another failure was thrown than the one that happened: " + thrown);
      for (Chore errand : List.of(bread, wine)) {
        that(
            errand.drops() > 0,
            "milk failed, and "
                + errand
                + " was not dropped. Nobody will ask it again: it keeps what it holds, and its waker"
                + " stays wherever it waits.");
      }
      return;
    }
    throw mistake("milk failed, and join kept the failure to itself.");
  }

  @Test
  @Order(7)
  void whateverIsThrownTheOthersAreDropped() throws Exception {
    Future<String> breaks =
        context -> {
          throw new AssertionError("broken");
        };
    Future<List<String>> both = Future.join(List.of(bread, breaks));
    try {
      both.poll(waker.context());
    } catch (AssertionError thrown) {
      that(
          bread.drops() > 0,
          "An errand threw an Error, and bread was not dropped: catch Throwable, for a bug is no"
              + " reason to leak.");
      return;
    }
    throw mistake("An errand threw an Error, and join kept it to itself.");
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
    } catch (RuntimeException stumbled) {
      throw mistake(
          "milk has ended, and so its place in futures is null; or join was dropped twice. drop must"
              + " bear both.\nIt threw "
              + stumbled);
    }
  }

  @Test
  @Order(9)
  void nobodyStaysAtTheBell() throws Exception {
    Notify bell = new Notify();
    Future<List<Void>> both = Future.join(List.of(bell.notified(), bell.notified()));
    both.poll(waker.context());
    equal(2, bell.waiting(), "Two wait for the bell, both at once.");
    bell.notifyOne();
    equal(1, waker.wakes(), "The bell rang for one of them, and woke the task.");
    both.poll(waker.context());
    both.drop();
    equal(0, bell.waiting(), "join was dropped, and somebody still stands at the bell.");
    equal(0, waker.live(), "join was dropped, and a waker of its task is still kept somewhere.");
  }

  @Test
  @Order(10)
  void allOfNothingIsDone() throws Exception {
    Poll<List<String>> poll = Future.join(List.<Future<String>>of()).poll(waker.context());
    that(poll.isReady(), "There is nothing to wait for, and join answered Pending: for ever.");
    equal(List.of(), poll.get(), "No errands, no values.");
  }
}
