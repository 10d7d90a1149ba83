package manor.runtime;

import java.io.IOException;
import manor.io.Driver;
import manor.io.Handle;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.TracingKernel;
import manor.task.Future;
import manor.task.Ledger;

/**
 * Manor Tokio itself: an executor and a driver on one thread, the one that calls {@link #blockOn}.
 * Who wants more threads takes more runtimes: {@link PerCore}.
 *
 * <p>Closing it drops every task and closes every descriptor that was registered with it.
 *
 * <p>Threads: one runs and closes it; {@link #spawn} and every waker any. What tasks register is
 * registered on the runtime's thread.
 */
public final class Runtime implements AutoCloseable {
  private final Driver driver;
  private final Executor executor;

  private Runtime(Driver driver) {
    this.driver = driver;
    this.executor = new Executor(driver);
  }

  /**
   * A runtime with nothing to do yet.
   *
   * @throws ErrnoException EMFILE, ENFILE, ENOMEM; nothing stays open
   */
  public static Runtime open(Kernel kernel, RuntimeOptions options) throws ErrnoException {
    Ledger ledger = options.ledger();
    Kernel asked = ledger.hearsSyscalls() ? new TracingKernel(kernel, ledger::syscall) : kernel;
    Driver driver = Driver.open(asked, options.clock(), ledger, options.signals());
    return new Runtime(ledger.looksTwice() ? driver.lookingTwice(kernel) : driver);
  }

  /** A runtime with the standard options. */
  public static Runtime open(Kernel kernel) throws ErrnoException {
    return open(kernel, RuntimeOptions.standard());
  }

  // tag::block-on[]
  /**
   * Runs {@code main} to its end on this thread, and every other task as far as it gets meanwhile.
   * Those go on with the next call.
   *
   * @return what came of {@code main}
   * @throws Exception what {@code main} failed with; IOException when the kernel cannot be asked
   */
  public <T> T blockOn(Future<T> main) throws Exception {
    Task<T> root = executor.spawn(main);
    try {
      executor.runUntilEnded(root);
    } catch (IOException | RuntimeException broken) {
      root.abort();
      throw broken;
    }
    Outcome<T> outcome = root.completion().get();
    if (outcome.failure() instanceof Error error) {
      throw error;
    }
    if (outcome.failure() instanceof Exception failure) {
      throw failure;
    }
    return outcome.value();
  }

  // end::block-on[]

  /**
   * Makes a task of {@code future}, to be polled from now on whenever the runtime runs. Any thread.
   * On a closed runtime it is dropped at once.
   */
  public <T> JoinHandle<T> spawn(Future<T> future) {
    return new JoinHandle<>(executor.spawn(future));
  }

  /** Where tasks register descriptors, timers and signals. */
  public Handle handle() {
    return driver.handle();
  }

  /** How many tasks have not ended. */
  public int tasks() {
    return executor.size();
  }

  /**
   * Drops every task, tells everyone who waits, and closes every descriptor.
   *
   * @throws IllegalStateException when called by a task of its own
   */
  @Override
  public void close() {
    executor.close();
    driver.close();
  }
}
