package manor.exercises.select;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    return race.poll(waker.context());
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
      equal(2, errand.polls(), "Two polls of the race; " + errand + " was asked this often.");
    }
  }

  @Test
  @Order(3)
  void theLosersAreDropped() throws Exception {
    poll();
    dinner.becomes("dinner");
    that(poll().isReady(), "Dinner is ready, and the race answered Pending.");
    for (Chore loser : List.of(letter, guest)) {
      that(
          loser.drops() > 0,
          "dinner has won, and "
              + loser
              + " was not dropped: it keeps what it holds, and a waker of this task stays wherever"
              + " it waits.");
    }
  }

  @Test
  @Order(4)
  void noWaiterStaysInAList() throws Exception {
    Notify bell = new Notify();
    Future<Void> behind = bell.notified();
    Notify other = new Notify();
    Future<Void> both = Future.race(bell.notified(), other.notified());
    both.poll(waker.context());
    ScriptedWaker cook = new ScriptedWaker("the cook");
    behind.poll(cook.context());
    other.notifyOne();
    that(both.poll(waker.context()).isReady(), "The other bell has rung. Its value is null.");
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
  void whoIsAlwaysReadyDoesNotAlwaysWin() throws Exception {
    Set<String> winners = new TreeSet<>();
    for (int before = 0; before < 6; before++) {
      Chore one = new Chore("one");
      Chore other = new Chore("other");
      Future<String> again = Future.race(one, other);
      for (int i = 0; i < before; i++) {
        again.poll(waker.context());
      }
      one.becomes("one");
      other.becomes("other");
      winners.add(again.poll(waker.context()).get());
    }
    equal(
        List.of("one", "other"),
        List.copyOf(winners),
        "Six races, after 0 to 5 polls in which nobody was ready; then both were. It was always the"
            + " same who won.\nAfter a Pending, let another be asked first.");
  }

  @Test
  @Order(7)
  void theFailureOfOneEndsTheRace() throws Exception {
    IOException reason = new IOException("the letter is burnt");
    poll();
    letter.fails(reason);
    try {
      poll();
    } catch (IOException thrown) {
      that(thrown == reason, "Another failure was thrown than the one that happened: " + thrown);
      for (Chore loser : List.of(dinner, guest)) {
        that(
            loser.drops() > 0,
            "letter failed, and with it the race; " + loser + " was not dropped.");
      }
      return;
    }
    throw mistake("letter failed, and the race kept the failure to itself.");
  }

  @Test
  @Order(8)
  void droppingEndsAllWhoRun() throws Exception {
    race.drop();
    for (Chore errand : List.of(letter, dinner, guest)) {
      that(
          errand.drops() > 0,
          "The race was dropped before its first poll; " + errand + " was not.");
    }
    race.drop();
  }

  @Test
  @Order(9)
  void aLongRaceGoesOn() throws Exception {
    for (int i = 0; i < 300; i++) {
      that(poll().isPending(), "Nobody is ready, in 300 polls.");
    }
    guest.becomes("guest");
    equal("guest", poll().get(), "After 300 polls the guest came.");
    race.drop();
  }
}
