package manor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CombinatorsTest {
  private final Scripted<String> one = Scripted.pending();
  private final Scripted<String> two = Scripted.pending();
  private final IOException reason = new IOException("the bridge is out");
  private final IllegalStateException bug = new IllegalStateException("a bug");
  private final AssertionError error = new AssertionError("a worse one");
  private final AutoCloseable refused =
      () -> {
        throw new IOException("the disk is full");
      };
  private final AutoCloseable faulty =
      () -> {
        throw bug;
      };
  private final AutoCloseable wrong =
      () -> {
        throw error;
      };

  @Test
  void mapMakesSomethingOfTheValue() throws Exception {
    Asked<Integer> asked = new Asked<>(one.map(String::length));
    assertTrue(asked.isPending());
    one.becomes("four");
    assertEquals(4, asked.value());
  }

  @Test
  void thenGoesOnInTheSamePoll() throws Exception {
    Asked<String> asked = new Asked<>(one.then(word -> two.map(more -> word + more)));
    assertTrue(asked.isPending());
    assertEquals(0, two.polls);
    one.becomes("a");
    assertTrue(asked.isPending());
    assertEquals(1, two.polls);
    two.becomes("b");
    assertEquals("ab", asked.value());
    assertEquals(2, one.polls, "what has ended is not polled again");
    assertThrows(IllegalStateException.class, asked::poll);
  }

  @Test
  void thenDropsWhicheverIsUnderWay() throws Exception {
    Asked<String> asked = new Asked<>(one.then(word -> two));
    asked.poll();
    asked.drop();
    assertEquals(1, one.drops);

    Scripted<String> first = Scripted.of("done");
    asked = new Asked<>(first.then(word -> two));
    asked.poll();
    asked.drop();
    asked.drop();
    assertEquals(0, first.drops);
    assertEquals(1, two.drops);
  }

  @Test
  void aFailureGoesThrough() {
    one.fails(reason);
    assertSame(reason, assertThrows(IOException.class, new Asked<>(one.map(v -> v))::poll));
    Asked<Object> failing =
        new Asked<>(
            Scripted.of("x")
                .map(
                    v -> {
                      throw reason;
                    }));
    assertSame(reason, assertThrows(IOException.class, failing::poll));
  }

  @Test
  void joinWaitsForAllAndKeepsTheirOrder() throws Exception {
    Asked<List<String>> asked = new Asked<>(Future.join(List.of(one, two)));
    two.becomes("second");
    assertTrue(asked.isPending());
    assertTrue(asked.isPending());
    one.becomes("first");
    assertEquals(List.of("first", "second"), asked.value());
    assertEquals(1, two.polls);
  }

  @Test
  void joinOfNothingIsDone() throws Exception {
    assertEquals(List.of(), new Asked<>(Future.join(List.<Future<String>>of())).value());
  }

  @Test
  void joinFailsWithTheFirstFailureAndDropsTheOthers() {
    two.fails(reason);
    Asked<List<String>> asked = new Asked<>(Future.join(List.of(one, two)));
    assertSame(reason, assertThrows(IOException.class, asked::poll));
    assertEquals(1, one.drops);
  }

  @Test
  void joinDropsThoseThatAreNotDone() throws Exception {
    two.becomes("done");
    Asked<List<String>> asked = new Asked<>(Future.join(List.of(one, two)));
    asked.poll();
    asked.drop();
    assertEquals(1, one.drops);
    assertEquals(0, two.drops);
  }

  @Test
  void raceIsWonByTheFirstAndDropsTheOther() throws Exception {
    Asked<String> asked = new Asked<>(Future.race(one, two));
    assertTrue(asked.isPending());
    two.becomes("me");
    assertEquals("me", asked.value());
    assertEquals(1, one.drops);
  }

  @Test
  void raceIsLostByAllWhenOneFails() {
    one.fails(reason);
    Asked<String> asked = new Asked<>(Future.race(one, two));
    assertSame(reason, assertThrows(IOException.class, asked::poll));
    assertEquals(1, two.drops);
  }

  @Test
  void raceDoesNotAlwaysAskTheSameOneFirst() throws Exception {
    Asked<String> asked = new Asked<>(Future.race(one, two));
    asked.poll();
    one.becomes("one");
    two.becomes("two");
    assertEquals("two", asked.value());
  }

  @Test
  void aRaceHasAnEndAndMoreThanNobody() throws Exception {
    one.becomes("one");
    Asked<String> asked = new Asked<>(Future.race(one, two));
    asked.poll();
    assertThrows(IllegalStateException.class, asked::poll);
    assertThrows(IllegalArgumentException.class, () -> Future.race(List.<Future<String>>of()));
  }

  @Test
  void orElseTakesThePlaceOfAFailureOnce() throws Exception {
    one.fails(reason);
    Asked<String> asked = new Asked<>(one.orElse(failed -> two));
    assertTrue(asked.isPending());
    two.becomes("instead");
    assertEquals("instead", asked.value());
    assertEquals("fine", new Asked<>(Scripted.of("fine").orElse(failed -> two)).value());

    Scripted<String> worse = Scripted.pending();
    worse.fails(new IOException("worse"));
    var thrown = assertThrows(IOException.class, new Asked<>(one.orElse(f -> worse))::poll);
    assertEquals("worse", thrown.getMessage());
  }

  @Test
  void orElseDropsWhicheverIsUnderWay() throws Exception {
    Asked<String> asked = new Asked<>(one.orElse(failed -> two));
    asked.poll();
    asked.drop();
    assertEquals(1, one.drops);
    one.fails(reason);
    asked = new Asked<>(one.orElse(failed -> two));
    asked.poll();
    asked.drop();
    assertEquals(1, one.drops);
    assertEquals(1, two.drops);
  }

  @Test
  void loopGoesRoundUntilItIsToldNotTo() throws Exception {
    AtomicInteger rounds = new AtomicInteger();
    Asked<Void> asked =
        new Asked<>(Future.loop(() -> Future.ready(rounds.incrementAndGet() < 1000)));
    assertFalse(asked.isPending());
    assertEquals(1000, rounds.get());
  }

  @Test
  void loopStaysInARoundThatIsPending() throws Exception {
    List<Scripted<Boolean>> rounds = new ArrayList<>();
    Asked<Void> asked =
        new Asked<>(
            Future.loop(
                () -> {
                  rounds.add(Scripted.pending());
                  return rounds.get(rounds.size() - 1);
                }));
    asked.poll();
    asked.poll();
    assertEquals(1, rounds.size());
    rounds.get(0).becomes(true);
    asked.poll();
    assertEquals(2, rounds.size());
    asked.drop();
    asked.drop();
    assertEquals(1, rounds.get(1).drops);
  }

  @Test
  void loopLetsOthersHaveTheirTurn() throws Exception {
    AtomicInteger rounds = new AtomicInteger();
    CountingWaker counter = new CountingWaker();
    Future<Void> loop = Future.loop(() -> Future.ready(rounds.incrementAndGet() < 1000));
    Context context = new Context(counter.waker(), new Budget(10));
    assertTrue(loop.poll(context).isPending());
    assertEquals(10, rounds.get());
    assertEquals(1, counter.takeWakes(), "it will be polled again");
  }

  @Test
  void closingClosesOnceHoweverItEnds() throws Exception {
    AtomicInteger closes = new AtomicInteger();
    new Asked<>(Scripted.of("value").closing(closes::incrementAndGet)).poll();
    assertEquals(1, closes.get());

    Asked<String> asked = new Asked<>(one.closing(closes::incrementAndGet));
    asked.poll();
    assertEquals(1, closes.get());
    asked.drop();
    asked.drop();
    assertEquals(2, closes.get());
    assertTrue(one.drops > 0);

    two.fails(reason);
    asked = new Asked<>(two.closing(closes::incrementAndGet));
    assertThrows(IOException.class, asked::poll);
    assertEquals(3, closes.get());
  }

  @Test
  void pollFnAsksAgainEachTime() throws Exception {
    int[] polls = new int[1];
    Asked<Integer> asked =
        new Asked<>(
            Future.pollFn(context -> ++polls[0] < 3 ? Poll.pending() : Poll.ready(polls[0])));
    assertTrue(asked.isPending());
    assertTrue(asked.isPending());
    assertEquals(3, asked.value());
  }

  /** What a close says is nobody's business; what is wrong with it is somebody's. */
  @Test
  void aFaultInCloseIsToldToTheThreadAndHoldsNobodyUp() {
    try (Overheard overheard = new Overheard()) {
      Scripted<Void> inner = Scripted.pending();
      inner.closing(refused).closing(faulty).closing(wrong).drop();
      assertEquals(1, inner.drops);
      assertEquals(List.of(bug, error), overheard.faults());
    }
  }

  @Test
  void howACloseEndsChangesNothingAboutTheValueOrTheFailure() throws Exception {
    try (Overheard overheard = new Overheard()) {
      for (AutoCloseable resource : List.of(refused, faulty, wrong)) {
        assertEquals("tea", new Asked<>(Scripted.of("tea").closing(resource)).value());
        Asked<Object> fails = new Asked<>(Scripted.pending().fails(reason).closing(resource));
        assertSame(reason, assertThrows(IOException.class, fails::poll));
      }
      assertEquals(List.of(bug, bug, error, error), overheard.faults());
    }
  }
}
