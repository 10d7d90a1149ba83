package manor.exercises.eventfd;

import static manor.exercises.Expect.that;

import manor.syscall.ErrnoException;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** When all is well. */
@TestMethodOrder(OrderAnnotation.class)
class BellTest {
  private final TriedBell tried;

  BellTest() throws ErrnoException {
    tried = new TriedBell();
  }

  @Test
  @Order(1)
  void aKnockIsHeard() throws ErrnoException {
    tried.isHeard(false, "Nobody has knocked yet.");
    tried.knock();
    tried.isHeard(
        true,
        "Somebody has knocked, and the bell is not readable: nothing was added to the counter."
            + " The\n"
            + "field one holds the number 1, as eight bytes.");
  }

  @Test
  @Order(2)
  void aKnockAddsOne() {
    tried.knock();
    tried.drains(1, "Somebody has knocked once.");
  }

  @Test
  @Order(3)
  void afterTheDrainNobodyIsTold() throws ErrnoException {
    tried.knock();
    tried.bell.drain();
    tried.isHeard(
        false, "It was drained, and is readable all the same: the steward can never sleep.");
  }

  @Test
  @Order(4)
  void manyKnocksAreCounted() throws ErrnoException {
    for (int i = 0; i < 3; i++) {
      tried.knock();
    }
    that(
        tried.log.count("write") == 3,
        "Three knocks are three writes: the kernel does the counting.\n" + tried.log.last(4));
    tried.isHeard(true, "Three knocks, and nothing to hear.");
    tried.drains(3, "The counter held the sum of all knocks, and one read takes it all.");
    that(
        tried.log.count("read") == 1,
        "One read takes the whole sum and sets the counter to zero; another can only earn\n"
            + "an EAGAIN.\n"
            + tried.log.last(3));
    tried.isHeard(false, "One read sets the counter to zero, however many knocks there were.");
  }

  @Test
  @Order(5)
  void nobodyKnocked() {
    tried.drains(
        0, "Nobody has knocked: the read answers EAGAIN. That is no failure, it is 0 knocks.");
    tried.knock();
    tried.knock();
    tried.drains(2, "Two knocks.");
    tried.drains(
        0,
        "Nobody has knocked since: the read answered EAGAIN and left the memory alone. It\n"
            + "holds the number from last time.");
  }

  @Test
  @Order(6)
  void everyKnockReachesTheKernel() {
    tried.knock();
    tried.drains(1, "One knock.");
    tried.knock();
    tried.knock();
    tried.drains(2, "Two more knocks after the drain have to be heard like the first.");
    tried.knock();
    tried.drains(
        1, "One knock adds one, also after two were drained: the field one still holds 1?");
    int writes = tried.log.count("write");
    that(
        writes == 4,
        "Four knocks are four writes, and there were " + writes + ".\n" + tried.log.last(5));
  }

  @Test
  @Order(7)
  void theCounterIsEightBytes() {
    tried.counterIs(5_000_000_000L);
    tried.drains(
        5_000_000_000L,
        "The counter stood at five thousand million. It is a number of eight bytes, and no int\n"
            + "holds it.");
  }
}
