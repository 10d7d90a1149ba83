package manor.exercises.acceptthemall;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;
import static manor.exercises.ServerEvening.MILLI;

import manor.syscall.Errno;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class DoorkeeperTest {
  private static final int CROWD = 20;
  private static final int FLOOD = 300;

  private static final int FAIR_SHARE = 256;

  private final Doorkeeping door = new Doorkeeping();

  @Test
  @Order(1)
  void everyoneWhoWaitsIsLetInWithOneWait() {
    door.crowd(CROWD);
    door.last(100 * MILLI);
    door.areServed(CROWD, "Twenty guests came; so many were let in and served.");
    equal(
        0L,
        door.waits(),
        "Twenty guests stood at the door. Between the first and the last who was let in, the kernel"
            + " was asked\nthis often who is ready (epoll_wait). Nobody need ask: let in all who"
            + " wait.");
  }

  @Test
  @Order(2)
  void nobodyIsAskedForTwice() {
    door.crowd(CROWD);
    door.last(100 * MILLI);
    equal(
        CROWD + 1L,
        door.askedInOneTurn(),
        "Twenty guests, and accept4 was called so often in that turn. Once for each, and once for"
            + " EAGAIN: then return.");
    that(
        !door.wasPaused(),
        "Nobody waits any more (EAGAIN), and the door was paused: who comes next has to wait. That"
            + " is\n"
            + "no failure: return.");
  }

  @Test
  @Order(3)
  void oneWhoLeftAtTheDoorKeepsNobodyOut() {
    door.fails(3, Errno.ECONNABORTED);
    door.fails(5, Errno.EPROTO);
    door.crowd(CROWD);
    door.last(100 * MILLI);
    String left = "Of twenty guests two left while they waited (ECONNABORTED, EPROTO). ";
    that(
        !door.wasPaused(),
        left + "That concerns them alone,\nand yet the door was paused for all: concernsOneGuest.");
    door.areServed(CROWD - 2, left + "The others served:");
    equal(
        0L,
        door.waits(),
        left
            + "That concerns them alone, and\nyet those behind them had to wait for so many turns"
            + " more: go on with the next.");
    equal(
        2,
        door.evening.told("couldn't accept: accept4: E"),
        left + "Every failure is told to the observer:\nacceptFailed.");
  }

  @Test
  @Order(4)
  void whoComesIsKnownByHisAddress() {
    Doorkeeping asking = Doorkeeping.whereObserverWantsAddresses();
    asking.crowd(2);
    asking.last(100 * MILLI);
    equal(
        "came 101 from 127.0.0.1",
        asking.evening.told().get(0),
        "This observer wants to know where guests come from. listener.accept(peer) lays the address"
            + " where\n"
            + "the server looks for it. He was told:");
  }

  @Test
  @Order(5)
  void aFloodAtTheDoorLeavesOthersTheirTurn() {
    door.flood(FLOOD);
    door.last(30 * MILLI);
    equal(
        (long) FAIR_SHARE,
        door.askedInOneTurn(),
        "Three hundred guests came at once, and so many were asked for in the first turn."
            + " FAIR_SHARE in one turn,\n"
            + "no more and no fewer: others are on the list, too, and the next wait tells of the"
            + " door again.");
    door.areServed(
        FLOOD / 10, "Three hundred guests came, and every tenth asked; so many were served.");
  }

  @Test
  @Order(6)
  void whoLeftAtTheDoorCountsAsAskedFor() {
    for (int i = 1; i <= 30; i++) {
      door.fails(3 * i, Errno.ECONNABORTED);
    }
    door.flood(FLOOD);
    door.last(30 * MILLI);
    equal(
        (long) FAIR_SHARE,
        door.askedInOneTurn(),
        "Thirty of three hundred guests left while they waited. So many were asked for in the first"
            + " turn: who left\n"
            + "was asked for, too. Else a row of such guests keeps the doorkeeper for ever.");
  }
}
