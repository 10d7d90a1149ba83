package manor.exercises.lostwakeup;

import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static manor.exercises.Expect.that;

import java.io.IOException;
import java.util.List;
import manor.exercises.CallOrder;
import manor.exercises.ScriptedSteward;
import manor.exercises.ScriptedWaker;
import manor.io.Direction;
import manor.io.Registration;
import manor.task.Poll;
import org.junit.jupiter.api.AfterEach;

/** A descriptor whose news the test makes up, in the worst moment. One thread. */
abstract class TriedLook {
  final ScriptedSteward steward = new ScriptedSteward();
  final Registration guest = steward.register(READABLE.and(WRITABLE));
  final ScriptedWaker waker = new ScriptedWaker("task 1");

  @AfterEach
  void close() {
    steward.close();
  }

  void told(int bits) {
    steward.hears(guest, bits).turn();
  }

  /** Readiness is all that is asked for: the attempt succeeds at once. */
  boolean isReady(ScriptedWaker asked, Direction direction) throws IOException {
    Poll<String> poll = guest.pollIo(asked.context(), direction, () -> "a letter");
    return poll.isReady();
  }

  /**
   * Whether pollReadiness holds the lock from its last look to the storing. Then the driver, who
   * has to wake under it, cannot come in between: that is safe too.
   */
  static boolean looksUnderTheLock() {
    CallOrder order = CallOrder.of(TriedLook.class, "manor.io.ScheduledIo", "pollReadiness");
    int store = order.first("ScheduledIo.store|Waker.clone");
    int lock = order.first("\\(lock\\)");
    if (lock < 0 || store < lock) {
      return false;
    }
    List<String> before = order.calls().subList(lock, store);
    int look = before.lastIndexOf("AtomicReference.get");
    return look >= 0 && look > before.lastIndexOf(CallOrder.UNLOCK);
  }

  /** Asks; and between the look and the storing, or else at once afterwards, news comes. */
  boolean isReadyWhileNewsComes(Direction direction, int bits) throws IOException {
    if (looksUnderTheLock()) {
      boolean ready = isReady(waker, direction);
      told(bits);
      return ready;
    }
    waker.whenCloned(() -> told(bits));
    return isReady(waker, direction);
  }
}
