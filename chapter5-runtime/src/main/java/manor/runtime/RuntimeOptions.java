package manor.runtime;

import manor.epoll.Clock;
import manor.io.SignalSource;
import manor.task.Ledger;

/**
 * What a runtime is given beside its kernel.
 *
 * @param clock what time it is, for whoever waits
 * @param ledger who writes down every step
 * @param signals where signals come from
 */
public record RuntimeOptions(Clock clock, Ledger ledger, SignalSource signals) {
  /** This machine's clock and signals, and nobody who writes anything down. */
  public static RuntimeOptions standard() {
    return new RuntimeOptions(Clock.system(), Ledger.NONE, SignalSource.jvm());
  }

  /** The same, with another clock. */
  public RuntimeOptions with(Clock other) {
    return new RuntimeOptions(other, ledger, signals);
  }

  /** The same, with another ledger. */
  public RuntimeOptions with(Ledger other) {
    return new RuntimeOptions(clock, other, signals);
  }

  /** The same, with other signals. */
  public RuntimeOptions with(SignalSource other) {
    return new RuntimeOptions(clock, ledger, other);
  }
}
