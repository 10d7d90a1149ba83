package manor.exercises.setreadiness;

import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;
import static manor.exercises.ScriptedSteward.names;
import static manor.syscall.Linux.EPOLLIN;
import static manor.syscall.Linux.EPOLLOUT;

import java.util.ArrayList;
import java.util.List;
import manor.exercises.ScriptedSteward;
import manor.exercises.Trail;
import manor.io.ReadyEvent;
import manor.io.Registration;
import manor.task.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class NewsTest implements Ledger {
  private static final String ONCE =
      "The ledger hears once of every change that was made: tell(tick, bits, next).";
  private static final String BROUGHT =
      "Tell the ledger the bits of this change, and not all that are known:\ntell(tick, bits, next),"
          + " once for every change.";
  private static final String REFUSED =
      "Of every refusal the ledger hears once:\nledger.clearRefused(token.value(), seen, tick now),"
          + " in that order.";

  private final List<String> written = new ArrayList<>();
  private final ScriptedSteward steward = new ScriptedSteward(this);
  private final Registration guest = steward.register(READABLE.and(WRITABLE));
  private boolean tooEarly;
  private boolean old;

  @BeforeEach
  void suspect() {
    Trail.suspect(
        "Nobody else is there, and compareAndSet does not come to its end. It compares with ==, not"
            + " with equals:\nwhat it is given first has to be the very record that get answered, no"
            + " copy of it.");
  }

  @AfterEach
  void close() {
    steward.close();
  }

  @Override
  public void readinessSet(long token, int ready, int tick) {
    written.add("set " + names(ready) + " tick " + tick);
    tooEarly |= guest.peek().tick() < tick;
    old |= guest.peek().tick() > tick;
  }

  @Override
  public void readinessCleared(long token, int ready, int tick) {
    written.add("cleared " + names(ready) + " tick " + tick);
    tooEarly |= (guest.peek().bits() & EPOLLIN) != 0;
  }

  @Override
  public void clearRefused(long token, int seenTick, int tick) {
    written.add("refused seen " + seenTick + " now " + tick);
    that(
        written.size() < 100,
        "A Clear was refused and tried again, a hundred times. The tick does not go back: answer"
            + " false.");
  }

  private void heard(int nth, String expected, String mistake) {
    equal(expected, nth < written.size() ? written.get(nth) : "nothing", mistake);
  }

  private void told(int bits) {
    steward.hears(guest, bits).turn();
  }

  private static ReadyEvent seen(int bits, int tick) {
    return new ReadyEvent(bits, tick, false);
  }

  private static String known(ReadyEvent event) {
    return names(event.bits()) + ", tick " + event.tick();
  }

  private void known(int bits, int tick, String otherwise) {
    equal(known(seen(bits, tick)), known(guest.peek()), otherwise);
  }

  @Test
  @Order(1)
  void newsIsWrittenDown() {
    told(EPOLLIN);
    that(guest.peek().bits() != 0, "The kernel told EPOLLIN, and nothing is known of it.");
    known(EPOLLIN, 1, "The kernel told EPOLLIN for the first time: that is tick 1.");
  }

  @Test
  @Order(2)
  void everyPieceOfNewsHasATickOfItsOwn() {
    told(EPOLLIN);
    told(EPOLLIN);
    equal(
        names(EPOLLIN),
        names(guest.peek().bits()),
        "The kernel told EPOLLIN, and told it again. A bit that is known already stays: or (|), and"
            + " not + or ^.");
    known(
        EPOLLIN,
        2,
        "The same news came twice, and that is two: the tick must go on each time.\n"
            + "A task that saw the first and finds nothing left to read would take away the second"
            + " as well.");
  }

  @Test
  @Order(3)
  void newsIsAddedToWhatIsKnown() {
    told(EPOLLOUT);
    told(EPOLLIN);
    equal(
        names(EPOLLIN | EPOLLOUT),
        names(guest.peek().bits()),
        "First the kernel told EPOLLOUT, then EPOLLIN. Nobody has taken EPOLLOUT away:\n"
            + "an edge is told once, so what is lost here nobody hears again. Add the bits (or).");
    known(
        EPOLLIN | EPOLLOUT,
        2,
        "The tick goes on by one with each piece of news, whatever its bits are.");
  }

  @Test
  @Order(4)
  void clearingTakesAwayWhatWasSeenAndNoMore() {
    told(EPOLLIN | EPOLLOUT);
    boolean cleared = guest.clearReadiness(seen(EPOLLIN, 1));
    that(cleared, "The tick seen was 1 and still is 1, so clearing is allowed: answer true.");
    equal(
        names(EPOLLOUT),
        names(guest.peek().bits()),
        "A read would have blocked, so EPOLLIN is taken away, and nothing else:\n"
            + "that there is room to write is as true as before.");
    known(EPOLLOUT, 1, "Taking readiness away is no news: the tick stays.");
  }

  @Test
  @Order(5)
  void clearingWithAStaleTickIsRefused() {
    told(EPOLLIN);
    told(EPOLLIN);
    boolean cleared = guest.clearReadiness(seen(EPOLLIN, 1));
    known(
        EPOLLIN,
        2,
        "A task saw tick 1, tried to read, and found nothing. Before it could say so, news came"
            + " (tick 2).\nThen it cleared what it had seen in tick 1: the news is gone, nobody"
            + " reads it, and the kernel,\nedge-triggered, tells it once. Compare the ticks.");
    that(!cleared, "Clearing with a stale tick changes nothing, and must answer false.");
    that(
        !guest.clearReadiness(seen(EPOLLIN, 3)),
        "The tick seen is not the tick now: only an equal one may clear, for ticks wrap around.");
  }

  @Test
  @Order(6)
  void clearingAgainIsHarmless() {
    told(EPOLLIN);
    guest.clearReadiness(seen(EPOLLIN, 1));
    that(
        guest.clearReadiness(seen(EPOLLIN, 1)),
        "Two tasks found nothing to read, one after the other. The second takes away what is gone"
            + " already:\nno newer news had come, so the answer is true.");
    known(0, 1, "What was taken away twice is still away: & ~bits, and not - or ^.");
  }

  @Test
  @Order(7)
  void aShutdownIsForEver() {
    told(EPOLLIN);
    steward.deregister(guest);
    boolean cleared = guest.clearReadiness(seen(EPOLLIN, 1));
    that(
        cleared && (guest.peek().bits() & EPOLLIN) == 0,
        "The registration was shut down, and then somebody cleared what he had seen, and was"
            + " refused.\nThe tick is the one that he saw, and nothing else is asked: the bits are"
            + " taken away, the answer is true.");
    that(
        guest.peek().shutdown(),
        "The registration was shut down, and then somebody cleared its readiness: the shutdown was"
            + " forgotten.\nWhoever waits then waits for ever. Keep current.shutdown().");
  }

  @Test
  @Order(8)
  void theLedgerIsTold() {
    told(EPOLLOUT);
    told(EPOLLIN);
    guest.clearReadiness(seen(EPOLLIN, 1));
    guest.clearReadiness(seen(EPOLLIN, 2));
    that(
        !tooEarly,
        "The ledger was told of a change that was not there yet. If compareAndSet fails, it has"
            + " heard of a change that nobody made:\ntell it when the change is made.");
    that(
        !old,
        "The ledger was told of the tick before the change. Tell it of the new record:"
            + " tell(tick, bits, next).");
    heard(0, "set EPOLLOUT tick 1", "The first news was EPOLLOUT. " + ONCE);
    heard(1, "set EPOLLIN tick 2", "The second news was EPOLLIN, and EPOLLOUT known. " + BROUGHT);
    heard(2, "refused seen 1 now 2", "Tick 1 was seen, tick 2 is now: it was refused. " + REFUSED);
    heard(3, "cleared EPOLLIN tick 2", "EPOLLIN was taken away, EPOLLOUT is left. " + BROUGHT);
    equal(4, written.size(), "Two news, a refusal and a clear: the ledger hears each once.");
  }
}
