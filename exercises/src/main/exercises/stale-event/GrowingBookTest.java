package manor.exercises.staleevent;

import static manor.epoll.Interest.READABLE;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;
import static manor.syscall.Linux.EPOLLIN;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import manor.exercises.ScriptedSteward;
import manor.io.Registration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class GrowingBookTest {
  private final ScriptedSteward steward = new ScriptedSteward();

  @AfterEach
  void close() {
    steward.close();
  }

  @Test
  @Order(1)
  void theCountsGoOnWhenTheBookGrows() {
    Set<Long> given = new HashSet<>();
    for (int guests = 20; guests <= 80; guests *= 2) {
      List<Registration> all = new ArrayList<>();
      for (int i = 0; i < guests; i++) {
        Registration guest = steward.register(READABLE);
        long token = steward.token(guest);
        that(
            given.add(token),
            "Many came, so that the book grew, and left; then others came, and token "
                + Long.toHexString(token)
                + "\n(hexadecimal) was given out a second time. When the book grows the counts in"
                + " uses\nare taken along (Arrays.copyOf): a page begins at 0 once in its life.");
        all.add(guest);
      }
      all.forEach(steward::deregister);
    }
  }

  @Test
  @Order(2)
  void thePageBehindTheLastIsNobodys() {
    for (int there = 1; there <= 40; there++) {
      steward.register(READABLE);
      try {
        steward.hears(1L << 32 | there, EPOLLIN).turn();
      } catch (RuntimeException stumbled) {
        throw mistake(
            there
                + " guests are in the book, on pages 0 to "
                + (there - 1)
                + ". An event came for page "
                + there
                + ", and find stumbled.\nOnly pages below used were ever given out: page < used."
                + " For all others the answer is null.\n"
                + stumbled);
      }
    }
  }
}
