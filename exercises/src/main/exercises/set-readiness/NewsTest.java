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
import manor.exercises.CallOrder;
import manor.exercises.ScriptedSteward;
import manor.io.ReadyEvent;
import manor.io.Registration;
import manor.task.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class NewsTest implements Ledger {
  private static final String SWAP = "AtomicReference.(weak)?[cC]ompareAnd\\w+";
  private static final String LOOK = "AtomicReference.get(Acquire|Plain|Opaque)?";
  private static final String UPDATE =
      "AtomicReference.(updateAndGet|getAndUpdate|accumulateAndGet|getAndAccumulate)";

  private final List<String> written = new ArrayList<>();
  private final ScriptedSteward steward = new ScriptedSteward(this);
  private final Registration guest = steward.register(READABLE.and(WRITABLE));
  private boolean tooEarly;
  private boolean old;

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
    guest.clearReadiness(seen(EPOLLIN, 1));
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
    equal(
        List.of(
            "set EPOLLOUT tick 1",
            "set EPOLLIN tick 2",
            "refused seen 1 now 2",
            "cleared EPOLLIN tick 2"),
        written,
        "The ledger hears once of every change, tell(tick, bits, next), and of every refusal,\n"
            + "ledger.clearRefused(token.value(), seen, tick now).");
  }

  /** No run on one thread shows what two do at once, so it is read from the class file. */
  @Test
  @Order(9)
  void checkAndChangeAreOneStep() {
    CallOrder order = CallOrder.of(getClass(), "manor.io.ScheduledIo", "setReadiness");
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
        updates || again || witness || order.repeats(LOOK, SWAP),
        "You read the record once, before the loop. If somebody was faster, that record never comes"
            + " back,\nand compareAndSet fails for ever: read it again in each round.");
  }
}
