package manor.doctor;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** The latest wakes of which nothing came: they reached nobody, or one who had nothing to do. */
final class WakesInVain {
  /**
   * A wake that reached nobody, for its task had ended.
   *
   * @param task which
   * @param endedStep when it had ended
   * @param step when it was woken
   */
  record LateWake(long task, long endedStep, long step) {}

  /**
   * A wake after which a task was polled, and nothing came of it.
   *
   * @param task which
   * @param step when it was woken
   */
  record IdleWake(long task, long step) {}

  private static final int REMEMBERED = 16;

  private final Deque<LateWake> late = new ArrayDeque<>();
  private final Deque<IdleWake> idle = new ArrayDeque<>();

  void add(LateWake wake) {
    remember(late, wake);
  }

  void add(IdleWake wake) {
    remember(idle, wake);
  }

  private static <T> void remember(Deque<T> few, T one) {
    few.addLast(one);
    if (few.size() > REMEMBERED) {
      few.removeFirst();
    }
  }

  Collection<LateWake> late() {
    return late;
  }

  Collection<IdleWake> idle() {
    return idle;
  }
}
