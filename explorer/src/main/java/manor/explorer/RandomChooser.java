package manor.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Interrupts at a few places, anywhere in a run about as long as the last. */
final class RandomChooser implements Chooser {
  private static final int FEW = 4;

  private final SplittableRandom random;
  private final int length;
  private final List<Decision> decisions = new ArrayList<>();
  private final boolean[] interrupts;

  RandomChooser(long seed, int length) {
    this.random = new SplittableRandom(seed);
    this.length = Math.max(1, length);
    this.interrupts = new boolean[this.length];
    int count = 1 + random.nextInt(FEW);
    for (int i = 0; i < count; i++) {
      interrupts[random.nextInt(this.length)] = true;
    }
  }

  @Override
  public int choose(Actor current, List<Actor> able, boolean free) {
    int place = decisions.size();
    boolean interrupt = place < length && interrupts[place];
    int chosen =
        free ? random.nextInt(able.size()) : interrupt ? 1 + random.nextInt(able.size() - 1) : 0;
    decisions.add(
        new Decision(
            current.number, current.touches, free, able.size(), chosen, able.get(chosen).number));
    return chosen;
  }

  List<Decision> decisions() {
    return decisions;
  }
}
