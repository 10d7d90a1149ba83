package manor.exercises;

import manor.task.Budget;
import manor.task.Context;
import manor.task.RawWaker;
import manor.task.RawWakerVTable;
import manor.task.Waker;

/**
 * A waker for tests of exercises: it counts what is done with it, and may do something itself in
 * the very moment it is cloned or woken. So one thread can play what two might do, in the worst
 * order, every time.
 *
 * <p>Threads: one at a time.
 */
public final class ScriptedWaker {
  private static final Runnable NOTHING = () -> {};

  private static final RawWakerVTable VTABLE =
      new RawWakerVTable(
          data -> ((ScriptedWaker) data).cloned(),
          data -> ((ScriptedWaker) data).woken(1),
          data -> ((ScriptedWaker) data).woken(0),
          data -> ((ScriptedWaker) data).dropped());

  private final String name;
  private final RawWaker raw = new RawWaker(this, VTABLE);
  private Runnable whenCloned = NOTHING;
  private Runnable whenWoken = NOTHING;
  private int clones;
  private int wakes;
  private int live;

  /** A waker of this name that does nothing but count. */
  public ScriptedWaker(String name) {
    this.name = name;
  }

  /** Once, when it is cloned the next time, this happens in the middle. */
  public ScriptedWaker whenCloned(Runnable happening) {
    whenCloned = happening;
    return this;
  }

  /** Each time it is woken, this happens in the middle. */
  public ScriptedWaker whenWoken(Runnable happening) {
    whenWoken = happening;
    return this;
  }

  /** The waker to lend. */
  public Waker waker() {
    return new Waker(raw);
  }

  /** A context that lends it, without a limit. */
  public Context context() {
    return Context.of(waker());
  }

  /** A context that lends it, for so much work. */
  public Context context(int budget) {
    return new Context(waker(), new Budget(budget));
  }

  /** How often it was cloned. */
  public int clones() {
    return clones;
  }

  /** How often it was woken. */
  public int wakes() {
    return wakes;
  }

  /** How many clones somebody still keeps. */
  public int live() {
    return live;
  }

  private RawWaker cloned() {
    clones++;
    live++;
    Runnable happening = whenCloned;
    whenCloned = NOTHING;
    happening.run();
    return raw;
  }

  private void woken(int usedUp) {
    wakes++;
    live -= usedUp;
    whenWoken.run();
  }

  private void dropped() {
    live--;
  }

  @Override
  public String toString() {
    return name;
  }
}
