package manor.exercises.setreadiness;

import static manor.exercises.Expect.that;

import java.util.List;
import manor.exercises.CallOrder;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** No run on one thread shows what two do at once, so it is read from the class file. */
@TestMethodOrder(OrderAnnotation.class)
class OneStepTest {
  private static final String SWAP = "AtomicReference.(weak)?[cC]ompareAnd\\w+";
  private static final String LOOK = "AtomicReference.get(Acquire|Plain|Opaque)?";
  private static final String UPDATE =
      "AtomicReference.(updateAndGet|getAndUpdate|accumulateAndGet|getAndAccumulate)";

  private final CallOrder order = CallOrder.of(getClass(), "manor.io.ScheduledIo", "setReadiness");

  @Test
  @Order(1)
  void checkAndChangeAreOneStep() {
    that(
        order.first("AtomicReference.(getAndSet|lazySet|set(Release|Plain|Opaque)?)") < 0,
        "You put the new record in with set. Another thread may have put one in since you read:\n"
            + "its news is overwritten, and under a lock too, which shutdown does not take."
            + " compareAndSet\nputs yours in only if the one you read is still there.");
    boolean updates = order.first(UPDATE) >= 0;
    that(
        !updates || order.first(LOOK) < 0 || order.first(LOOK) > order.first(UPDATE),
        "You checked the tick, and then changed whatever was there at that later moment. In between"
            + " news may have come:\nit is taken away with the old. compareAndSet changes"
            + " only the very record that you checked.");
    that(
        updates || order.first(SWAP) >= 0,
        "Any thread may call at any moment: without compareAndSet a change can be lost.");
    int swap = Math.max(0, order.first(SWAP));
    int made = order.calls().subList(0, swap).lastIndexOf("ReadyEvent.<init>");
    that(
        made < 0 || order.calls().subList(made, swap).stream().noneMatch(it -> it.matches(LOOK)),
        "compareAndSet was given what is there at that very moment, and not the record that the new"
            + " one was made from.\nSo it always succeeds, and news that came in between is"
            + " overwritten.");
    boolean witness = order.first("AtomicReference.compareAndExchange\\w*") >= 0;
    boolean again = order.calls().contains("ScheduledIo.setReadiness");
    that(
        updates || again || order.repeats(SWAP),
        "compareAndSet answers false when somebody was faster. Then nothing was changed, and the"
            + " news is lost:\nbegin again, with what is there now.");
    that(
        updates || again || witness || order.repeats(LOOK, SWAP) || order.repeats(SWAP, LOOK),
        "You read the record once, before the loop. If somebody was faster, that record never comes"
            + " back,\nand compareAndSet fails for ever: read it again in each round.");
  }

  @Test
  @Order(2)
  void everyRoundChecksTheTick() {
    int refused = order.first("Ledger.clearRefused");
    for (int[] loop : order.loops()) {
      List<String> later = order.calls().subList(loop[0], order.calls().size());
      that(
          new CallOrder(later, List.of()).first(SWAP) < 0
              || refused < 0
              || refused >= loop[0]
              || later.contains("Ledger.clearRefused"),
          "A Clear is refused before the loop only. If news comes after that, compareAndSet fails,"
              + " and the next round\ntakes the news away: nobody looks at its tick any more. Check"
              + " the tick in each round, of the record\nthat you are about to change.");
    }
  }

  @Test
  @Order(3)
  void whatIsCheckedIsWhatIsChanged() {
    for (int[] loop : order.loops()) {
      List<String> round = order.calls().subList(loop[0], loop[1]);
      int swap = new CallOrder(round, List.of()).first(SWAP);
      long looks = swap < 0 ? 0 : looks(round.subList(0, swap));
      that(
          looks < 2,
          "You read the record more than once in a round. Between the two looks news may have come:"
              + " then you checked\nthe tick of the one, and made the new record from the other. Read"
              + " it once, and use that.");
    }
  }

  /** Who reads once more, only to tell of a refusal, changes nothing. */
  private static long looks(List<String> calls) {
    long looks = 0;
    for (int i = 0; i < calls.size(); i++) {
      boolean told = i + 2 < calls.size() && calls.get(i + 2).equals("Ledger.clearRefused");
      looks += calls.get(i).matches(LOOK) && !told ? 1 : 0;
    }
    return looks;
  }

  @Test
  @Order(4)
  void theFunctionForUpdateAndGetTellsNobody() {
    CallOrder lambdas = CallOrder.ofLambdas(getClass(), "manor.io.ScheduledIo", "setReadiness");
    that(
        lambdas.first("Ledger.*|ScheduledIo.tell") < 0,
        "The function that updateAndGet is given tells the ledger. It runs again whenever another"
            + " thread was faster,\nand the ledger hears of one change, or of one refusal, more than"
            + " once. Let it compute, and tell afterwards.");
  }
}
