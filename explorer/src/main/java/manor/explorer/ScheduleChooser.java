package manor.explorer;

import java.util.ArrayList;
import java.util.List;

/** Keeps to a list of choices, then goes on in the simplest way; and writes down what it chose. */
final class ScheduleChooser implements Chooser {
  private final List<Integer> prefix;
  private final List<Decision> decisions = new ArrayList<>();

  ScheduleChooser(List<Integer> prefix) {
    this.prefix = prefix;
  }

  @Override
  public int choose(Actor current, List<Actor> able, boolean free) {
    int place = decisions.size();
    int chosen = place < prefix.size() ? Math.min(prefix.get(place), able.size() - 1) : 0;
    decisions.add(
        new Decision(
            current.number, current.touches, free, able.size(), chosen, able.get(chosen).number));
    return chosen;
  }

  List<Decision> decisions() {
    return decisions;
  }

  /**
   * The next list of choices in the order of a search by depth, or null when all have been tried.
   *
   * @param bound how many interruptions there may be
   */
  List<Integer> next(int bound) {
    int interruptions = (int) decisions.stream().filter(Decision::interrupts).count();
    for (int last = decisions.size() - 1; last >= 0; last--) {
      Decision decision = decisions.get(last);
      interruptions -= decision.interrupts() ? 1 : 0;
      boolean another = decision.chosen() + 1 < decision.options();
      if (another && (decision.free() || interruptions < bound)) {
        List<Integer> next = new ArrayList<>();
        decisions.subList(0, last).forEach(d -> next.add(d.chosen()));
        next.add(decision.chosen() + 1);
        return next;
      }
    }
    return null;
  }
}
