package manor.simulator;

import manor.syscall.Errno;

/**
 * One thing that goes wrong: the n-th call, of all or of one kind, fails with an error; once, or
 * from then on.
 *
 * @param call which kind, or null for all
 * @param nth which one, from 1
 * @param errno what it answers instead
 * @param persistent whether every later one fails too
 */
public record Fault(SystemCall call, long nth, int errno, boolean persistent) {
  /** The n-th call of this kind, once. */
  public static Fault once(SystemCall call, long nth, int errno) {
    return new Fault(call, nth, errno, false);
  }

  /** The n-th call of this kind, and every later one. */
  public static Fault fromThenOn(SystemCall call, long nth, int errno) {
    return new Fault(call, nth, errno, true);
  }

  /** The n-th call of all, once. */
  public static Fault onceOfAll(long nth, int errno) {
    return new Fault(null, nth, errno, false);
  }

  /** Whether it strikes the {@code count}-th call. */
  boolean strikes(SystemCall kind, long countOfKind, long countOfAll) {
    if (call != null && call != kind) {
      return false;
    }
    long count = call == null ? countOfAll : countOfKind;
    return persistent ? count >= nth : count == nth;
  }

  @Override
  public String toString() {
    String which = call == null ? "call" : call.manName();
    return which + " " + nth + " " + Errno.of(errno).name() + (persistent ? " from then on" : "");
  }
}
