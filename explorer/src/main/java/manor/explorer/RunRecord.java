package manor.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What happened in one run: who did what, who was interrupted where, and how it ended.
 *
 * <p>Threads: whoever has the baton.
 */
final class RunRecord {
  /**
   * One thing that happened.
   *
   * @param who did it
   * @param line of the ledger, or words
   * @param ofLedger which of the two
   */
  record Event(String who, String line, boolean ofLedger) {}

  private final List<Event> events = new ArrayList<>();
  private String problem;
  private boolean stuck;

  void line(String line) {
    events.add(new Event(Thread.currentThread().getName(), line, true));
  }

  void tell(Actor actor, String words) {
    events.add(new Event(actor.getName(), words, false));
  }

  void interrupted(Actor actor, Place place, Actor next) {
    tell(actor, "is stopped before it touches " + place + "; " + next.getName() + " goes on");
  }

  void goesOn(Actor actor) {
    tell(actor, "goes on");
  }

  void failed(Actor actor, Throwable failure) {
    problem = actor.getName() + " failed: " + failure;
  }

  void endless(Actor actor) {
    problem = actor.getName() + " goes round in circles";
  }

  void stuck(List<Actor> actors) {
    stuck = true;
    problem =
        "nobody can go on: "
            + actors.stream().map(RunRecord::waits).collect(Collectors.joining(", "));
  }

  private static String waits(Actor actor) {
    return actor.getName()
        + switch (actor.standing) {
          case READY -> " could";
          case LOCKED_OUT -> " waits for a lock";
          case PARKED -> " is parked";
          case IDLE -> " sleeps in epoll_wait";
          case GONE -> " has ended";
        };
  }

  void unmet(List<String> expectations) {
    if (problem == null && !expectations.isEmpty()) {
      problem = "in the end it was not so that " + String.join("; nor that ", expectations);
    }
  }

  /** What went wrong, or null. */
  String problem() {
    return problem;
  }

  boolean isStuck() {
    return stuck;
  }

  List<Event> events() {
    return events;
  }

  List<String> ledgerLines() {
    return events.stream().filter(Event::ofLedger).map(Event::line).toList();
  }
}
