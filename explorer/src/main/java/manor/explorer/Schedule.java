package manor.explorer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The choices of a run that differ from the simplest, as a text to be typed: {@code 0.17>1,1.4=0}
 * says that actor 0 is interrupted at the 17th place he passes, and actor 1 goes on; and that when
 * actor 1 cannot go on after his 4th, actor 0 does.
 */
final class Schedule implements Chooser {
  private static final Pattern CHOICE = Pattern.compile("(\\d+)\\.(\\d+)([>=])(\\d+)");

  private record Choice(int actor, int touches, boolean free, int next) {}

  private final Deque<Choice> choices = new ArrayDeque<>();
  private final List<Decision> decisions = new ArrayList<>();

  private Schedule() {}

  /** The text of what was decided; a run without a choice is {@code -}. */
  static String text(List<Decision> decisions) {
    String text =
        decisions.stream()
            .filter(decision -> decision.free() || decision.chosen() != 0)
            .map(Decision::toString)
            .collect(Collectors.joining(","));
    return text.isEmpty() ? "-" : text;
  }

  /**
   * Reads such a text.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Schedule parse(String text) {
    Schedule schedule = new Schedule();
    if (text.equals("-")) {
      return schedule;
    }
    for (String part : text.split(",")) {
      Matcher match = CHOICE.matcher(part.strip());
      if (!match.matches()) {
        throw new IllegalArgumentException(
            "not a schedule: " + text + " (one looks like 0.17>1,1.4=0)");
      }
      schedule.choices.add(
          new Choice(
              Integer.parseInt(match.group(1)),
              Integer.parseInt(match.group(2)),
              match.group(3).equals("="),
              Integer.parseInt(match.group(4))));
    }
    return schedule;
  }

  @Override
  public int choose(Actor current, List<Actor> able, boolean free) {
    Choice head = choices.peek();
    int chosen = 0;
    if (head != null
        && head.actor == current.number
        && head.touches == current.touches
        && head.free == free) {
      choices.remove();
      chosen = index(able, head.next);
    }
    decisions.add(
        new Decision(
            current.number, current.touches, free, able.size(), chosen, able.get(chosen).number));
    return chosen;
  }

  private static int index(List<Actor> able, int number) {
    for (int i = 0; i < able.size(); i++) {
      if (able.get(i).number == number) {
        return i;
      }
    }
    return 0;
  }

  List<Decision> decisions() {
    return decisions;
  }

  /** Whether every choice came up. */
  boolean wasFollowed() {
    return choices.isEmpty();
  }
}
