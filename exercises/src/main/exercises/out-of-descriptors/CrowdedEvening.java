package manor.exercises.outofdescriptors;

import static manor.exercises.Expect.that;
import static manor.exercises.ServerEvening.REQUEST;

import manor.exercises.ServerEvening;
import manor.http.Timeouts;
import manor.simulator.MachineSize;
import manor.simulator.Script;

/** An evening at a house with room for two guests. */
abstract class CrowdedEvening {
  /** Three of its own, and two guests. */
  static final MachineSize SMALL = MachineSize.USUAL.descriptors(5);

  static final String SPIN =
      "A guest waits at the door and cannot be let in (EMFILE): he stays in the kernel's queue, the"
          + " door stays ready,\nand every wait says so at once. Nothing else is done any more. Ask"
          + " the kernel for silence: Interest.NONE.";

  static final String OPENED =
      "The door was paused and opened again at once, in the same turn: the guest still cannot be"
          + " let"
          + " in (EMFILE),\nand nothing else is done any more. Stay paused until a descriptor is"
          + " free or the moment has come,\nwhich is PAUSE_NANOS from clock.nanos().";

  static final String NO_TIME =
      "The reactor sleeps until resumeAt, and that has come: so it does not sleep at all, and asks"
          + " again and again.\nAt that moment (now - resumeAt is 0, or more) something must"
          + " happen:"
          + " open the door, or set a later moment.";

  static final String NOT_SILENT =
      "The kernel would not be silent: epoll_ctl answered ENOMEM, and ask false. Be paused all the"
          + " same, and keep in silent\nwhat ask answered: accept() waits a little at every event"
          + " as long as you are, and does not"
          + " ask a million times a second.";

  static final String PAUSED_AND_TOLD =
      "The door is paused, so nobody is let in, and yet every wait tells of it. Whoever is paused"
          + " has"
          + " asked for Interest.NONE;\nand when the kernel has heard READABLE (ask answered"
          + " true), the"
          + " door is not paused any more.";

  static final String WRAPPED =
      "The clock's number wrapped around while the door was paused, and now >= resumeAt went wrong:"
          + " compare the difference, now - resumeAt >= 0.";

  static ServerEvening small() {
    return new ServerEvening(SMALL, Timeouts.DEFAULT, ServerEvening::coarse, CrowdedEvening::spin);
  }

  static String spin(String last) {
    if (last.contains("1024, 0) = 0")) {
      return NO_TIME;
    }
    if (last.contains("events=0,")) {
      return last.contains("ENOMEM") ? NOT_SILENT : OPENED;
    }
    return last.contains("accept4(") ? SPIN : PAUSED_AND_TOLD;
  }

  /** Comes at a moment, asks, and stays so long. */
  static Script asks(ServerEvening evening, long at, long stays) {
    return evening.arriving(at).send(REQUEST).pause(stays).close();
  }

  /** Whoever is still at the door when the server stops is let in and served then. */
  static boolean isServedInTime(ServerEvening evening, long key) {
    return evening.answeredAt(key) >= 0 && evening.answeredAt(key) < 900;
  }

  /** Whether the kernel was asked to tell of the door again. */
  static boolean opens(String call) {
    return call.contains("EPOLL_CTL_MOD, 0, {events=EPOLLIN");
  }

  /** Whether the kernel was asked to be silent about it. */
  static boolean closes(String call) {
    return call.contains("EPOLL_CTL_MOD, 0, {events=0,");
  }
}
