package manor.exercises.breakthebell;

import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import manor.exercises.ScriptedWaker;
import manor.task.Future;
import manor.task.Notify;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class LostRingTest {
  private static final int MOST_STEPS = 12;
  private static final List<String> GUESTS = List.of("anna", "bert", "cleo");

  /** Asked for once: both evenings of a test have the same steps. */
  private static List<String> steps() {
    List<String> steps = BellSchedule.steps();
    that(steps != null, "steps answered null: it answers a list of texts, such as \"anna comes\".");
    that(
        !steps.isEmpty() && steps.size() <= MOST_STEPS,
        "An evening has 1 to 12 steps, and yours has " + steps.size() + ".");
    return new ArrayList<>(steps);
  }

  /** One evening at one bell. */
  private static final class Evening {
    private final Supplier<Future<Void>> bell;
    private final Runnable ring;
    private final Map<String, Future<Void>> here = new LinkedHashMap<>();
    private final Map<String, ScriptedWaker> wakers = new LinkedHashMap<>();
    private final Set<String> came = new LinkedHashSet<>();
    private final Set<String> passed = new LinkedHashSet<>();
    private boolean calledOneLeft;

    Evening(Supplier<Future<Void>> bell, Runnable ring) {
      this.bell = bell;
      this.ring = ring;
    }

    void run(List<String> steps) throws Exception {
      for (String step : steps) {
        if ("ring".equals(step)) {
          ring.run();
        } else {
          guest(step);
        }
      }
      for (String guest : List.copyOf(here.keySet())) {
        poll(guest);
      }
    }

    private void guest(String step) throws Exception {
      that(step != null, "One of the steps is null. A step is a text: \"anna comes\", \"ring\".");
      String[] words = step.split(" ", 2);
      that(
          words.length == 2 && GUESTS.contains(words[0]),
          "There is no step '"
              + step
              + "'. The guests are anna, bert and cleo; and there is ring.");
      switch (words[1]) {
        case "comes" -> come(words[0]);
        case "polls" -> poll(present(step, words[0]));
        case "leaves" -> leave(present(step, words[0]));
        default ->
            throw mistake("There is no step '" + step + "'. A guest comes, polls or leaves.");
      }
    }

    private void come(String guest) {
      that(came.add(guest), guest + " comes a second time. Each guest comes once an evening.");
      here.put(guest, bell.get());
      wakers.put(guest, new ScriptedWaker(guest));
    }

    private String present(String step, String guest) {
      that(
          here.containsKey(guest),
          "'"
              + step
              + "': but "
              + guest
              + (passed.contains(guest)
                  ? " has heard the bell, and passed: her wait is over."
                  : " is not there: she comes first, and does nothing after she has left."));
      return guest;
    }

    private void poll(String guest) throws Exception {
      if (here.get(guest).poll(wakers.get(guest).context()).isReady()) {
        here.remove(guest);
        passed.add(guest);
      }
    }

    private void leave(String guest) {
      calledOneLeft |= wakers.get(guest).wakes() > 0;
      here.remove(guest).drop();
    }
  }

  private static Evening atTheTrueBell() {
    Notify bell = new Notify();
    return new Evening(bell::notified, bell::notifyOne);
  }

  private static Evening atTheCarelessBell() {
    CarelessBell bell = new CarelessBell();
    return new Evening(bell::notified, bell::notifyOne);
  }

  @Test
  @Order(1)
  void theStepsKeepTheRules() throws Exception {
    atTheTrueBell().run(steps());
  }

  @Test
  @Order(2)
  void theCarelessBellLosesARing() throws Exception {
    List<String> steps = steps();
    Evening right = atTheTrueBell();
    right.run(steps);
    Evening careless = atTheCarelessBell();
    careless.run(steps);
    if (careless.passed.containsAll(right.passed)) {
      throw mistake(
          "Both bells did the same. At the end, " + story(right) + "\n" + advice(steps, right));
    }
  }

  private static String story(Evening evening) {
    return "passed: "
        + names(evening.passed)
        + "; still waiting: "
        + names(evening.here.keySet())
        + ".";
  }

  private static String names(Set<String> guests) {
    return guests.isEmpty() ? "nobody" : String.join(", ", guests);
  }

  private static String advice(List<String> steps, Evening right) {
    if (!steps.contains("ring")) {
      return "The bell never rang: no ring can be lost.";
    }
    if (!right.calledOneLeft) {
      return RingStory.of(steps)
          + "Every ring reached somebody who stayed, or was kept. A ring is in danger while it is"
          + " on its way:\n"
          + "after it has woken a guest, and before that guest has polled.";
    }
    return "A guest was called, and left before polling: that ring is lost with the careless"
        + " bell.\n"
        + "But nobody misses it: let somebody be there for whom the true bell would have"
        + " kept it.";
  }
}
