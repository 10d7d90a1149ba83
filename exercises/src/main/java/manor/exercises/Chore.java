package manor.exercises;

import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;

/**
 * A future whose answers a test decides, and that remembers what was done to it.
 *
 * <p>Threads: one at a time.
 */
public final class Chore implements Future<String> {
  /** More often than this in one test nobody asks but one who spins. */
  private static final int MOST_POLLS = 1_000;

  private final String name;
  private String value;
  private Exception failure;
  private int polls;
  private int drops;

  /** An errand of this name that is not done. */
  public Chore(String name) {
    this.name = name;
  }

  /** From now on it is done, with this value. */
  public void becomes(String ready) {
    value = ready;
  }

  /** From now on it fails. */
  public void fails(Exception reason) {
    failure = reason;
  }

  @Override
  public Poll<String> poll(Context context) throws Exception {
    if (++polls > MOST_POLLS) {
      throw Expect.mistake(
          name
              + " was asked "
              + MOST_POLLS
              + " times and answered Pending each time: a spin.\n"
              + "Pending means: answer Pending yourself, and be polled again when there is news.");
    }
    if (failure != null) {
      throw failure;
    }
    return value == null ? Poll.pending() : Poll.ready(value);
  }

  @Override
  public void drop() {
    drops++;
  }

  /** How often it was asked. */
  public int polls() {
    return polls;
  }

  /** How often it was dropped. */
  public int drops() {
    return drops;
  }

  @Override
  public String toString() {
    return name;
  }
}
