package manor.exercises.select;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.io.IOException;
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
class WhoeverIsFirstTest {
  private final ScriptedWaker waker = new ScriptedWaker("the prince");
  private final Chore letter = new Chore("letter");
  private final Chore dinner = new Chore("dinner");
  private final Chore guest = new Chore("guest");
  private final Future<String> race = Future.race(List.of(letter, dinner, guest));

  private Poll<String> poll() throws Exception {
    return poll(race);
  }

  /** Nobody who runs throws these: they are the race's own. */
  private <T> Poll<T> poll(Future<T> asked) throws Exception {
    try {
      return asked.poll(waker.context());
    } catch (IndexOutOfBoundsException | ArithmeticException beyond) {
      throw mistake(
          "The race asked for one who is not in its list: "
              + beyond.getMessage()
              + ".\nCount around: (start + i) % count. And drop() leaves the list empty:"
              + " whoever won, and if his value\nis null, return then and there.");
    } catch (IllegalStateException pending) {
      throw mistake(
          "The race asked a Pending for its value: ask isReady() first.\n" + pending.getMessage());
    } catch (NullPointerException nothing) {
      throw mistake(
          "The race stumbled over a null. A winner's value may be null; and after drop() nobody"
              + " is asked any more.");
    } catch (UnsupportedOperationException fixed) {
      throw mistake("The list of futures cannot be changed. Put another into the field instead.");
    }
  }

  private static void areDropped(String why, List<Chore> losers) {
    for (Chore loser : losers) {
      that(loser.drops() > 0, why + "; " + loser + " was not dropped.");
    }
  }

  /** One who fails with any Throwable, as a future may. */
  private static Future<String> failing(Throwable reason) {
    return context -> {
      if (reason instanceof Error error) {
        throw error;
      }
      throw (Exception) reason;
    };
  }

  @Test
  @Order(1)
  void theFirstThatIsReadyWins() throws Exception {
    letter.becomes("letter");
    Poll<String> poll = poll();
    that(poll.isReady(), "The letter is there, and the race answered Pending.");
    equal("letter", poll.get(), "The race is ready with the winner's value.");
  }

  @Test
  @Order(2)
  void everyoneIsAskedBeforeItIsPending() throws Exception {
    that(poll().isPending(), "Nobody is ready, and the race answered Ready.");
    for (Chore errand : List.of(letter, dinner, guest)) {
      equal(
          1,
          errand.polls(),
          "The race said Pending, and "
              + errand
              + " was asked this often in that poll.\n"
              + "Who was not asked has left no waker: when he is ready, nobody is told.");
    }
    equal(0, waker.wakes(), "Nobody is ready, and the task was woken: it will spin.");
    poll();
    for (Chore errand : List.of(letter, dinner, guest)) {
      equal(
          2,
          errand.polls(),
          "Two polls of the race, both Pending; "
              + errand
              + " was asked this often.\nWhoever is the first, all are asked, counted around:"
              + " (start + i) % count.");
    }
  }

  @Test
  @Order(3)
  void theLosersAreDropped() throws Exception {
    for (int winner = 0; winner < 3; winner++) {
      List<Chore> all = List.of(new Chore("letter"), new Chore("dinner"), new Chore("guest"));
      Future<String> again = Future.race(all);
      poll(again);
      Chore won = all.get(winner);
      won.becomes("won");
      that(poll(again).isReady(), won + " is ready, and the race answered Pending.");
      areDropped(
          won + " has won; whoever lost keeps what he holds, and somewhere a waker of this task",
          all.stream().filter(each -> each != won).toList());
    }
  }

  @Test
  @Order(4)
  void noWaiterStaysInAList() throws Exception {
    Notify bell = new Notify();
    Future<Void> behind = bell.notified();
    Notify other = new Notify();
    Future<Void> both = Future.race(bell.notified(), other.notified());
    that(poll(both).isPending(), "Neither bell has rung, and the race answered Ready.");
    ScriptedWaker cook = new ScriptedWaker("the cook");
    behind.poll(cook.context());
    other.notifyOne();
    that(
        poll(both).isReady(),
        "The other bell has rung, so its future is Ready, with the value null; and the race"
            + " answered Pending.\nWho has won says isReady(), and not the value.");
    equal(1, bell.waiting(), "The race is over, and its loser still stands in the bell's list.");
    bell.notifyOne();
    equal(1, cook.wakes(), "The bell rang once more: the ring went to the loser of a race.");
    equal(0, waker.live(), "The race is over, and somebody still keeps a waker of its task.");
  }

  @Test
  @Order(5)
  void afterTheWinnerNobodyIsAsked() throws Exception {
    letter.becomes("letter");
    dinner.becomes("dinner");
    guest.becomes("guest");
    poll();
    equal(
        1,
        letter.polls() + dinner.polls() + guest.polls(),
        "All three were ready, and this many were asked. A value that was taken and not handed on"
            + " is lost:\nstop at the first that is ready.");
  }

  @Test
  @Order(6)
  void theFailureOfOneEndsTheRace() throws Exception {
    Throwable burnt = new IOException("the dinner is burnt");
    for (Throwable reason :
        List.of(burnt, new RuntimeException("no cook"), new Error("no house"))) {
      Chore before = new Chore("letter");
      Chore behind = new Chore("guest");
      Throwable thrown = null;
      try {
        Future.race(List.of(before, failing(reason), behind)).poll(waker.context());
      } catch (Exception | Error failed) {
        thrown = failed;
      }
      that(
          thrown != null,
          "One failed ("
              + reason
              + "), and the race kept it to itself. A failure ends it, as a value"
              + " does.");
      that(
          thrown == reason,
          "One failed (" + reason + "), and the race with another exception: " + thrown + ".");
      areDropped("One failed (" + reason + "), and with him the race", List.of(before, behind));
    }
  }

  @Test
  @Order(7)
  void droppingEndsAllWhoRun() throws Exception {
    race.drop();
    areDropped("The race was dropped before its first poll", List.of(letter, dinner, guest));
    try {
      race.drop();
    } catch (RuntimeException twice) {
      throw mistake(
          "drop may come more than once, and the second one threw "
              + twice.getClass().getSimpleName()
              + ".");
    }
  }

  @Test
  @Order(8)
  void aLongRaceGoesOn() throws Exception {
    for (int i = 0; i < 300; i++) {
      that(poll().isPending(), "Nobody is ready, in 300 polls.");
    }
    guest.becomes("guest");
    equal("guest", poll().get(), "After 300 polls the guest came.");
    race.drop();
  }
}
