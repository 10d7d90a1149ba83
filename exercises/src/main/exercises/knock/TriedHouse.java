package manor.exercises.knock;

import static manor.exercises.BoxedHouse.onAnotherThread;
import static manor.exercises.Expect.that;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import manor.exercises.BoxedHouse;
import manor.task.Ledger;
import manor.task.Notify;
import org.junit.jupiter.api.AfterEach;

/** A house whose knocks are counted, and a bell that anybody may ring. */
abstract class TriedHouse implements Ledger {
  static final String SLEEPS =
      "Another thread brought news for a task while the driver slept. The task stands in the queue,"
          + " and the driver sleeps on:\nnobody has knocked.";

  final List<String> queued = new ArrayList<>();
  final Map<Long, Integer> polls = new HashMap<>();
  final BoxedHouse house = new BoxedHouse(this);
  final Notify bell = new Notify();
  int before;

  @AfterEach
  void close() {
    house.close();
  }

  @Override
  public synchronized void taskQueued(long task, boolean foreign) {
    queued.add(foreign ? "from outside" : "from inside");
  }

  @Override
  public synchronized void taskPolled(long task) {
    polls.merge(task, 1, Integer::sum);
  }

  /** What another thread does, once, when the driver is about to sleep. */
  void whenAsleep(Runnable deed) {
    house.beforeEachWait(
        () -> {
          house.beforeEachWait(() -> {});
          before = knocks();
          onAnotherThread(deed);
        });
  }

  int knocks() {
    return house.count("write");
  }
}
