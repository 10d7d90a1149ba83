package manor.exercises.breakthebell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Why the rings of an evening were in no danger, told from its steps. */
final class RingStory {
  private final Set<String> unpolled = new LinkedHashSet<>();
  private final Deque<String> waiting = new ArrayDeque<>();
  private final Set<String> called = new LinkedHashSet<>();
  private boolean kept;
  private String found = "";

  private RingStory() {}

  /** The first thing worth telling, with a line end; empty if there is none. */
  static String of(List<String> steps) {
    RingStory story = new RingStory();
    steps.forEach(story::take);
    return story.found;
  }

  private void take(String step) {
    String guest = step.split(" ")[0];
    switch (step.substring(guest.length())) {
      case " comes" -> unpolled.add(guest);
      case " polls" -> polls(guest);
      case " leaves" -> leaves(guest);
      default -> ring();
    }
  }

  private void polls(String guest) {
    unpolled.remove(guest);
    if (called.remove(guest)) {
      return;
    }
    if (kept) {
      kept = false;
    } else if (!waiting.contains(guest)) {
      waiting.add(guest);
    }
  }

  private void leaves(String guest) {
    if (unpolled.remove(guest)) {
      tell(guest + " left without having polled: only who polls is on the list, and can be rung for.");
    } else if (waiting.remove(guest)) {
      tell(guest + " left before the ring: both bells have taken that name off the list.");
    }
  }

  private void ring() {
    String first = waiting.poll();
    if (first != null) {
      called.add(first);
    } else {
      isKept();
    }
  }

  private void isKept() {
    if (kept) {
      tell("It rang twice with nobody on the list: one ring is kept, and by the true bell, too.");
    } else if (!unpolled.isEmpty()) {
      String guest = unpolled.iterator().next();
      tell("When it rang, " + guest + " had come and not polled: only who polls is on the list.");
    }
    kept = true;
  }

  private void tell(String what) {
    found = found.isEmpty() ? what + "\n" : found;
  }
}
