package manor.exercises.staleevent;

import static manor.epoll.Interest.READABLE;
import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;
import static manor.exercises.ScriptedSteward.names;
import static manor.syscall.Linux.EPOLLIN;
import static manor.syscall.Linux.EPOLLOUT;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final String GROW = "All three arrays grow together: pages, uses and free. ";

  private final ScriptedSteward steward = new ScriptedSteward();

  @AfterEach
  void close() {
    try {
      steward.close();
    } catch (IndexOutOfBoundsException beyond) {
      throw mistake("In the end all guests left, and remove stumbled.\n" + GROW + beyond);
    }
  }

  private Registration guest() {
    try {
      return steward.register(READABLE);
    } catch (IndexOutOfBoundsException beyond) {
      int there = steward.registrations();
      throw mistake("A guest came to " + there + " others, and add stumbled.\n" + GROW + beyond);
    }
  }

  private void leave(Registration guest) {
    try {
      steward.deregister(guest);
    } catch (IndexOutOfBoundsException beyond) {
      throw mistake(
          "A guest left, and remove stumbled: the list of free pages is full. Whoever gets a page"
              + " of it takes it off (--freeCount).\n"
              + beyond);
    }
  }

  private String hex(Registration guest) {
    return Long.toHexString(steward.token(guest));
  }

  /** The driver finds somebody, finds nobody, or stumbles. */
  private void turn(String what) {
    try {
      steward.turn();
    } catch (RuntimeException stumbled) {
      throw mistake(
          what
              + ", and find stumbled.\nWhere nobody is, the answer is null: no failure. "
              + stumbled);
    }
  }

  @Test
  @Order(1)
  void everyoneGetsHisOwnEvents() {
    List<Registration> guests = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      guests.add(guest());
    }
    Map<Integer, Registration> pages = new HashMap<>();
    for (Registration guest : guests) {
      tokenIsFine(guest, pages);
    }
    for (int i = 0; i < guests.size(); i += 7) {
      steward.hears(guests.get(i), EPOLLIN);
    }
    turn("Some of a hundred guests were ready");
    that(
        guests.stream().anyMatch(guest -> guest.peek().bits() != 0),
        "Fifteen of a hundred guests were ready, and none was found. Does add put him on his page?"
            + "\nDoes find compare numbers? The first has token "
            + hex(guests.get(0))
            + " (hexadecimal); two objects of Token are never the same (==).");
    for (int i = 0; i < guests.size(); i++) {
      equal(
          i % 7 == 0 ? "EPOLLIN" : "nothing",
          names(guests.get(i).peek().bits()),
          "A hundred guests are in the book, every seventh was ready. This is guest " + i + ".");
    }
  }

  private void tokenIsFine(Registration guest, Map<Integer, Registration> pages) {
    long token = steward.token(guest);
    int page = (int) token;
    that(
        token != 0,
        "A guest was given token 0. That is the driver's own: 0 is the bell, 1 is for signals.\nHis"
            + " events will be taken for a knock, and he waits for ever. The first use of a page is"
            + "\nuse number 1.");
    that(
        token != 1,
        "A guest was given token 1. That is the driver's own: 0 is the bell, 1 is for signals.\nThe"
            + " low 32 bits of a token are the page, and the high 32 how often it was used.\nAn int"
            + " shifted by 32 is not shifted: make it a long first.");
    Registration other = pages.put(page, guest);
    that(
        other == null && page >= 0 && page < 100,
        "A hundred guests are in the book, on pages 0 to 99. The low 32 bits of a token are the"
            + " page,\nthe others how often it was used. A guest has token "
            + hex(guest)
            + " (hexadecimal): "
            + (other == null ? "no such page." : "on that page is " + hex(other) + " already.")
            + "\n(An int shifted by 32 is not shifted: make it a long first. + comes before <<.)");
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
          leave(bert);
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
            + hex(bert)
            + ", of cleo: "
            + hex(cleo[0])
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
      leave(another);
      leave(comes);
    }
    steward.hears(stays, EPOLLIN);
    turn("One guest was in the book all the time, and is ready");
    equal(
        "EPOLLIN",
        names(stays.peek().bits()),
        "One guest was in the book all the time, while others came and left. Somebody got his"
            + " page:\nthe last that is free is free[freeCount - 1], and freeCount goes down.");
  }

  @Test
  @Order(4)
  void aPageIsUsedAgain() {
    Set<Long> given = new HashSet<>();
    for (int i = 1; i <= 300; i++) {
      Registration comes = guest();
      int page = (int) steward.token(comes);
      that(
          given.add(steward.token(comes)),
          "One page was used again and again, and at use "
              + i
              + " came a token that was given out"
              + " before.\nAll 32 bits are for the count.");
      equal(
          0, page, "Only one guest is in the book at a time; pages that are free are used again.");
      leave(comes);
    }
  }

  @Test
  @Order(5)
  void anEventForNobodyIsDropped() {
    Registration left = guest();
    Registration stays = guest();
    long token = steward.token(left);
    leave(left);
    steward.hears(token, EPOLLIN).hears(stays, EPOLLIN);
    turn("An event came for a page that nobody has at the moment");
    equal("EPOLLIN", names(stays.peek().bits()), "The events behind it reach their guests.");
    steward.hears(7L << 32 | 70_000, EPOLLIN).hears(-5L, EPOLLIN);
    turn("An event came with a token that was never given out");
    steward.hears(steward.token(stays) ^ 1L << 40, EPOLLOUT);
    turn("An event came for a use of a page that is still to come");
    equal(
        "EPOLLIN",
        names(stays.peek().bits()),
        "A guest heard what was meant for another use of his page, one that is still to come."
            + " Older or younger:\nonly who has the very same token is meant (==, and no < or >=).");
  }

  @Test
  @Order(6)
  void whoLeavesIsStruckOut() {
    Registration first = guest();
    Registration second = guest();
    leave(first);
    equal(1, steward.registrations(), "Two came and one left: registrations are counted in size.");
    leave(first);
    equal(1, steward.registrations(), "Whoever left already cannot leave again.");
    Registration third = guest();
    leave(first);
    equal(
        2,
        steward.registrations(),
        "One who had left long ago left once more, and struck out whoever has his page now.");
    steward.hears(third, EPOLLIN).hears(second, EPOLLIN);
    turn("Two guests were ready");
    equal("EPOLLIN", names(third.peek().bits()), "The third guest is in the book.");
  }
}
