package manor.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every place there is, by number. Known to all, since instrumented code knows only numbers. */
final class Places {
  private static final List<Place> ALL = new ArrayList<>();
  private static final Map<Place, Integer> NUMBERS = new HashMap<>();

  /** Before a thread parks. */
  static final int PARK = number(new Place("LockSupport.park", "Parker"));

  private Places() {}

  static synchronized int number(Place place) {
    return NUMBERS.computeIfAbsent(
        place,
        p -> {
          ALL.add(p);
          return ALL.size() - 1;
        });
  }

  static synchronized Place get(int number) {
    return ALL.get(number);
  }
}
