package manor.simulator;

import manor.syscall.Errno;

/**
 * One thing that goes wrong: the n-th call, of all or of one kind, fails with an error; and perhaps
 * those that follow it.
 *
 * @param call which kind, or null for all
 * @param nth which one, from 1
 * @param errno what it answers instead
 * @param times how many calls in a row fail
 */
public record InjectedFault(SystemCall call, long nth, int errno, long times) {
  /** The n-th call of this kind, once. */
  public static InjectedFault once(SystemCall call, long nth, int errno) {
    return new InjectedFault(call, nth, errno, 1);
  }

  /** The n-th call of this kind, and every later one. */
  public static InjectedFault fromThenOn(SystemCall call, long nth, int errno) {
    return new InjectedFault(call, nth, errno, Long.MAX_VALUE);
  }

  /** The n-th call of all, once. */
  public static InjectedFault onceOfAll(long nth, int errno) {
    return new InjectedFault(null, nth, errno, 1);
  }

  /** Whether it strikes a call of this kind, the so-many-th of its kind and of all. */
  boolean strikes(SystemCall kind, long countOfKind, long countOfAll) {
    if (call != null && call != kind) {
      return false;
    }
    long past = (call == null ? countOfAll : countOfKind) - nth;
    return past >= 0 && past < times;
  }

  @Override
  public String toString() {
    String which = (call == null ? "call" : call.manName()) + " " + nth + " fails with ";
    String how = times == 1 ? ", once" : times == Long.MAX_VALUE ? ", from then on" : "";
    return which + Errno.of(errno).name() + (how.isEmpty() ? ", " + times + " times" : how);
  }
}
