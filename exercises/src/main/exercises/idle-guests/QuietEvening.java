package manor.exercises.idleguests;

import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.time.Duration;
import manor.epoll.Clock;
import manor.exercises.ServerEvening;
import manor.http.Timeouts;
import manor.simulator.MachineSize;

/** An evening at which patience ends after five seconds, or three in the middle of a request. */
abstract class QuietEvening {
  static final Timeouts PATIENCE =
      new Timeouts(
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1));

  static final String SPIN =
      "The reactor sleeps until nextSweep, and that has passed: so it does not sleep at all, and"
          + " sweeps again and again.\nStart nextSweep anew in every sweep, and leave it in the"
          + " future.";

  static final String NOT_SERVED =
      "A guest has said something, every wait tells of him, and nobody serves him: he was taken out"
          + " of contexts,\nand his connection is open. Take nobody out by hand: call(...) does,"
          + " when he is closed.";

  static final long EVENING = 20_000;

  static ServerEvening evening() {
    return new ServerEvening(
        MachineSize.USUAL, PATIENCE, QuietEvening::neverPaused, QuietEvening::spin);
  }

  /** A coarse clock, at which nobody may sleep. */
  private static Clock neverPaused(Clock clock) {
    Clock coarse = ServerEvening.coarse(clock);
    return new Clock() {
      @Override
      public long nanos() {
        return coarse.nanos();
      }

      @Override
      public void pause(long nanos) {
        throw mistake(
            "The sweep slept (clock.pause). Meanwhile the reactor serves nobody. Look, end those"
                + " who are due,\nwrite into nextSweep when to look again, and return: only"
                + " epoll_wait may wait.");
      }
    };
  }

  static String spin(String last) {
    return last.contains("1024, 0) = 0") ? SPIN : NOT_SERVED;
  }

  /** When the connection of that key was closed, in milliseconds; -1 if it was not. */
  static long closedAt(ServerEvening evening, long key) {
    String beginning = "closed " + key + " at ";
    return evening.told().stream()
        .filter(line -> line.startsWith(beginning))
        .mapToLong(line -> Long.parseLong(line.substring(beginning.length()).split(" ")[0]))
        .findFirst()
        .orElse(-1);
  }

  static void isClosedAt(ServerEvening evening, long key, long millis, String what) {
    long at = closedAt(evening, key);
    if (at < millis || at > millis + 10) {
      String when = at < 0 ? " He was never struck out." : " He was struck out at " + at + " ms.";
      throw mistake(
          what + "\nPatience with him ends at " + millis + " ms." + when + "\n" + why(at, millis));
    }
  }

  private static String why(long at, long millis) {
    if (at < 0 || at >= EVENING) {
      return "That was not the sweep. call(context, ...) has him end, strikes him out, and tells"
          + " it.";
    }
    return at < millis
        ? "He still had time: due is whose deadline - now is not positive."
        : "Nobody looked when his deadline came, or he was not taken for due. nextSweep is the"
            + " earliest deadline\nof those who stay; and due is also whose deadline - now is 0.";
  }
}
