package manor.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import manor.syscall.Fd;
import manor.task.Ledger;
import org.junit.jupiter.api.Test;

class BookTest {
  private final Book book = new Book();

  private ScheduledIo add() {
    return book.add(new Fd(null, 3), Ledger.NONE);
  }

  @Test
  void aTokenIsNeverGivenOutTwice() {
    Random random = new Random(1);
    Set<Long> given = new HashSet<>();
    List<ScheduledIo> there = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      ScheduledIo io = add();
      there.add(io);
      assertTrue(given.add(io.token().value()), "was given out before: " + io.token());
      assertNotEquals(Driver.TOKEN_WAKEUP, io.token());
      assertNotEquals(Driver.TOKEN_SIGNAL, io.token());
      if (random.nextBoolean()) {
        assertTrue(book.remove(there.remove(random.nextInt(there.size()))), "one who is there");
      }
    }
    assertEquals(there.size(), book.size());
    there.forEach(io -> assertSame(io, book.find(io.token().value()), "one who is there"));
  }

  @Test
  void aTokenStaysNewHoweverOftenItsPageIsUsed() {
    Set<Long> given = new HashSet<>();
    for (int use = 1; use <= 70_000; use++) {
      ScheduledIo io = add();
      assertTrue(
          given.add(io.token().value()),
          "one page, and at use " + use + " a token that was given out before");
      book.remove(io);
    }
  }

  @Test
  void anEventForOneWhoLeftFindsNobodyThoughHisPageIsTaken() {
    ScheduledIo gone = add();
    book.remove(gone);
    ScheduledIo next = add();
    assertEquals((int) gone.token().value(), (int) next.token().value(), "the same page");
    assertNull(book.find(gone.token().value()), "one who left");
    assertFalse(book.remove(gone), "one who left cannot leave again");
    assertSame(next, book.find(next.token().value()));
  }

  @Test
  void whatWasNeverGivenOutFindsNobody() {
    add();
    for (long token : new long[] {0, 1, -1, 5, 1L << 32 | 1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertNull(book.find(token), "nobody was ever given token " + token);
    }
  }
}
