package manor.task;

import java.util.ArrayList;
import java.util.List;

/** What this thread's handler of uncaught exceptions is told, from its making to its end. */
public final class Overheard implements AutoCloseable {
  private final Thread here = Thread.currentThread();
  private final Thread.UncaughtExceptionHandler before = here.getUncaughtExceptionHandler();
  private final List<Throwable> faults = new ArrayList<>();

  public Overheard() {
    here.setUncaughtExceptionHandler((thread, fault) -> faults.add(fault));
  }

  public List<Throwable> faults() {
    return faults;
  }

  @Override
  public void close() {
    here.setUncaughtExceptionHandler(before);
  }
}
