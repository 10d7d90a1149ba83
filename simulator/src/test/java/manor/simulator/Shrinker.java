package manor.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds a short sequence that still shows what a long one did, by leaving parts of it out. */
final class Shrinker {
  private final Predicate<List<Operation>> shows;

  Shrinker(Predicate<List<Operation>> shows) {
    this.shows = shows;
  }

  /** A sequence from which no single operation can be left out. */
  List<Operation> shrink(List<Operation> sequence) {
    List<Operation> shortest = sequence;
    int part = sequence.size() / 2;
    while (part > 0) {
      List<Operation> shorter = withoutOnePart(shortest, part);
      if (shorter == null) {
        part /= 2;
      } else {
        shortest = shorter;
        part = Math.min(part, shortest.size());
      }
    }
    return shortest;
  }

  private List<Operation> withoutOnePart(List<Operation> sequence, int part) {
    for (int end = sequence.size(); end > 0; end -= part) {
      List<Operation> shorter = new ArrayList<>(sequence);
      shorter.subList(Math.max(0, end - part), end).clear();
      if (shows.test(shorter)) {
        return shorter;
      }
    }
    return null;
  }
}
