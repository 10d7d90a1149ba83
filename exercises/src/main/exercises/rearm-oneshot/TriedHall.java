package manor.exercises.rearmoneshot;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Token;
import manor.exercises.CallLog;
import manor.exercises.Caret;
import manor.exercises.TwoEnds;
import manor.simulator.FaultyKernel;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.ErrnoException;
import manor.syscall.TracingKernel;

/** A hall with one guest, for the tests of {@code serve}. One thread. */
abstract class TriedHall {
  static final Token PRINCE = new Token(100);

  static final String CLOSED =
      "A closed guest has no interest to change: the kernel took him off the list when he was"
          + " closed."
          + "\nArm him, or close him; not both. (A finally is passed on every way out.)";

  final SimulatedKernel kernel = new SimulatedKernel(new World());
  final FaultyKernel faulty = new FaultyKernel(kernel);
  final CallLog log = new CallLog(faulty);
  final TwoEnds ends = TwoEnds.open(log.kernel(), kernel);
  final Epoll epoll;
  final Events events = new Events(8);
  final OneshotHall hall;
  final int number = ends.ours().number();
  private List<String> notesWhenArmed;

  TriedHall() throws ErrnoException {
    epoll = Epoll.create(new TracingKernel(log.kernel(), this::armed), Clock.system());
    hall = new OneshotHall(epoll);
    hall.welcome(ends.ours(), PRINCE);
  }

  private void armed(String call) {
    if (call.contains("EPOLL_CTL_MOD")) {
      notesWhenArmed = hall.notes();
    }
  }

  /** Asks once who is ready; whether anybody is. */
  boolean isTold() throws ErrnoException {
    return epoll.wait(events, 0) > 0;
  }

  void told(String mistake) throws ErrnoException {
    if (!isTold()) {
      fail(mistake + "\n" + log.last(4));
    }
    if (!events.token(0).equals(PRINCE)) {
      fail(
          "He was welcomed with token 100, and the event carries "
              + events.key(0)
              + ": nobody\n"
              + "will know him by that. Arm him with his own token.\n"
              + log.last(3));
    }
  }

  void serve(String moment) {
    int from = log.size();
    notesWhenArmed = null;
    try {
      hall.serve(PRINCE);
    } catch (ErrnoException | RuntimeException thrown) {
      String calls = log.last(3);
      String why = "";
      if (calls.contains("= -1 EBADF")) {
        why = "\n" + CLOSED;
      } else if (thrown instanceof ErrnoException failed && failed.call().equals("read")) {
        why = "\nThat is one guest's misfortune, and not serve's: note it, close and forget him.";
      } else if (thrown instanceof NullPointerException) {
        why = "\nHe is not in guests any more, or you closed and removed him twice.";
      }
      fail(moment + why + "\nserve threw " + thrown + ".\n" + calls, thrown);
    }
    int armed = log.indexOf("epoll_ctl", from);
    if (armed >= 0 && log.indexOf("read", armed) >= 0) {
      fail(
          "He was armed before he was read. From then on another steward may be told of him, and"
              + " two"
              + " read at once.\nRead first, and arm last.\n"
              + log.last(3));
    }
    if (notesWhenArmed != null && !notesWhenArmed.equals(hall.notes())) {
      fail(
          "He was armed before his letter was noted. From then on another steward may serve him,"
              + " and read\ninto the same desk, or note the next letter before this one. Note"
              + " first, and arm last.\n"
              + log.last(3));
    }
  }

  void noted(String rule, String... letters) {
    if (!hall.notes().equals(List.of(letters))) {
      String wanted = shown(List.of(letters));
      fail(rule + "\nThe notes should be " + wanted + ", and they are " + shown(hall.notes()) + ".");
    }
  }

  private static String shown(List<String> letters) {
    String notes = Caret.visible(letters.toString());
    return notes.length() > 60 ? notes.substring(0, 60) + "..." : notes;
  }
}
