package manor.exercises.staleevent;

import static manor.epoll.Interest.READABLE;
import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;
import static manor.exercises.ScriptedSteward.names;
import static manor.syscall.Linux.EPOLLIN;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import manor.exercises.ScriptedSteward;
import manor.exercises.ScriptedWaker;
import manor.io.Direction;
import manor.io.Registration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class GoneGuestTest {
  private final ScriptedSteward steward = new ScriptedSteward();

  @AfterEach
  void close() {
    steward.close();
  }

  private Registration guest() {
    return steward.register(READABLE);
  }

  /** The driver finds somebody, finds nobody, or stumbles. */
  private void turn(String what) {
    try {
      steward.turn();
    } catch (IndexOutOfBoundsException | NullPointerException stumbled) {
      throw mistake(what + ", and find stumbled: " + stumbled.getMessage());
    }
  }

  @Test
  @Order(1)
  void everyoneGetsHisOwnEvents() {
    List<Registration> guests = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      guests.add(guest());
    }
    for (Registration guest : guests) {
      long token = steward.token(guest);
      that(
          token != 0 && token != 1,
          "A guest was given token "
              + token
              + ". That is the driver's own: 0 is the door, 1 the self-pipe.\n"
              + "His events will be taken for a knock, and he waits for ever. (An int shifted by 32"
              + " is not shifted;\nand the first use of a page is use number 1.)");
    }
    for (int i = 0; i < guests.size(); i += 7) {
      steward.hears(guests.get(i), EPOLLIN);
    }
    turn("Some of a hundred guests were ready");
    for (int i = 0; i < guests.size(); i++) {
      equal(
          i % 7 == 0 ? "EPOLLIN" : "nothing",
          names(guests.get(i).peek().bits()),
          "A hundred guests are in the book, every seventh was ready. This is guest " + i + ".");
    }
  }

  @Test
  @Order(2)
  void anEventForOneWhoLeftDoesNotReachWhoHasHisPage() throws IOException {
    Registration anna = guest();
    Registration bert = guest();
    Registration[] cleo = new Registration[1];
    ScriptedWaker waker = new ScriptedWaker("anna's task");
    waker.whenWoken(
        () -> {
          steward.deregister(bert);
          cleo[0] = guest();
        });
    anna.pollIo(waker.context(), Direction.READ, () -> null);
    steward.hears(anna, EPOLLIN).hears(bert, EPOLLIN);
    turn("One list of events: anna, bert. While anna was served, bert left");
    equal(
        "nothing",
        names(cleo[0].peek().bits()),
        "One list of events: anna, bert. While anna was served, bert was closed, and cleo came and"
            + " got his page.\nThen cleo was told what was meant for bert. Token of bert: "
            + Long.toHexString(steward.token(bert))
            + ", of cleo: "
            + Long.toHexString(steward.token(cleo[0]))
            + " (hexadecimal).\nThe two must differ, and find must compare the whole token.");
  }

  @Test
  @Order(3)
  void noTokenIsGivenOutTwice() {
    Map<Long, Integer> seen = new HashMap<>();
    Registration stays = guest();
    seen.put(steward.token(stays), -1);
    for (int i = 0; i < 50; i++) {
      Registration comes = guest();
      Registration another = guest();
      Integer first = seen.put(steward.token(comes), i);
      Integer second = seen.put(steward.token(another), i);
      that(
          first == null && second == null,
          "Guests came and left, one after the other, and a token was given out a second time (in"
              + " round "
              + i
              + ").\nAn event that is late may be later than two guests: count every use of a"
              + " page.");
      steward.deregister(another);
      steward.deregister(comes);
    }
  }

  @Test
  @Order(4)
  void aPageIsUsedAgain() {
    for (int i = 0; i < 100; i++) {
      Registration comes = guest();
      int page = (int) steward.token(comes);
      equal(
          0, page, "Only one guest is in the book at a time; pages that are free are used again.");
      steward.deregister(comes);
    }
  }

  @Test
  @Order(5)
  void anEventForNobodyIsDropped() {
    Registration left = guest();
    Registration stays = guest();
    long token = steward.token(left);
    steward.deregister(left);
    steward.hears(token, EPOLLIN).hears(stays, EPOLLIN);
    turn("An event came for a page that nobody has at the moment");
    equal("EPOLLIN", names(stays.peek().bits()), "The events behind it reach their guests.");
    steward.hears(7L << 32 | 70_000, EPOLLIN).hears(-5L, EPOLLIN);
    turn("An event came with a token that was never given out");
  }

  @Test
  @Order(6)
  void whoLeavesIsStruckOut() {
    Registration first = guest();
    Registration second = guest();
    steward.deregister(first);
    equal(1, steward.registrations(), "Two came and one left.");
    steward.deregister(first);
    equal(1, steward.registrations(), "Whoever left already cannot leave again.");
    Registration third = guest();
    steward.deregister(first);
    equal(
        2,
        steward.registrations(),
        "One who had left long ago left once more, and struck out whoever has his page now.");
    steward.hears(third, EPOLLIN).hears(second, EPOLLIN);
    turn("Two guests were ready");
    equal("EPOLLIN", names(third.peek().bits()), "The third guest is in the book.");
  }
}
