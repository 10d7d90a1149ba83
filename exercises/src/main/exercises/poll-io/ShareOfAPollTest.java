package manor.exercises.pollio;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;
import static manor.syscall.Linux.EPOLLIN;

import java.io.IOException;
import java.util.List;
import manor.io.Attempt;
import manor.task.Context;
import manor.task.Poll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a poll may do, what it costs, and what the ledger hears. */
@TestMethodOrder(OrderAnnotation.class)
class ShareOfAPollTest extends TriedGuest {
  @Test
  @Order(1)
  void nobodyDoesMoreInOnePollThanHisShare() throws IOException {
    told(EPOLLIN);
    Attempt<String> endless = () -> "letter " + ++attempts;
    Context share = waker.context(2);
    poll(share, endless);
    poll(share, endless);
    Poll<String> third = poll(share, endless);
    that(
        attempts <= 2,
        "This poll's budget was 2, and "
            + attempts
            + " attempts were made: a task with an endless letter keeps everyone else waiting.\n"
            + "Ask mayProceed() first, and spend() for every value.");
    that(
        attempts == 2,
        "This poll's budget was 2, and it was used up by "
            + attempts
            + " attempt with a value: spend() once for each value.");
    that(third.isPending(), "The budget was used up, so nothing was tried: answer Pending.");
    equal(
        1,
        waker.wakes(),
        "Out of budget is no reason to sleep: mayProceed() wakes the task, once; nobody else has"
            + " to.");
  }

  @Test
  @Order(2)
  void waitingCostsNothing() throws IOException {
    Context share = waker.context(1);
    poll(share, finds());
    told(EPOLLIN);
    poll(share, finds());
    told(EPOLLIN);
    Poll<String> third = poll(share, finds("a letter"));
    that(
        third.isReady(),
        "Two polls ended in Pending and used up the budget. Only what came of a poll is spent: a"
            + " value.");
  }

  @Test
  @Order(3)
  void theLedgerHearsHowItWent() throws IOException {
    told(EPOLLIN);
    poll(finds("a letter"));
    poll(finds());
    equal(
        List.of("tried EPOLLIN: done", "tried EPOLLIN: blocked"),
        heard,
        "The first attempt found a letter, and the second one nothing. The ledger hears of each,"
            + " once,"
            + " after it was made:\nio.tried(event, answer == null).");
  }
}
