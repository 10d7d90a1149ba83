package manor.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import manor.task.Future;
import manor.task.Poll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealKernel
@Timeout(30)
class PerCoreTest {
  @Test
  void eachRuntimeHasItsOwnThread(Kernel kernel) throws Exception {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (PerCore cores =
        PerCore.start(
            3,
            () -> Runtime.open(kernel),
            runtime ->
                context -> {
                  threads.add(Thread.currentThread());
                  return Poll.ready(null);
                })) {
      cores.join();
    }
    assertEquals(3, threads.size());
  }

  @Test
  void closingEndsThemWhateverTheyWaitForAndNothingStaysOpen(Kernel kernel) {
    long before = Descriptors.open();
    AtomicInteger drops = new AtomicInteger();
    Future.Step<Runtime, Future<?>> main =
        runtime -> Future.pollFn(context -> Poll.pending()).closing(drops::incrementAndGet);
    PerCore cores = PerCore.start(2, () -> Runtime.open(kernel), main);
    cores.close();
    cores.close();
    assertEquals(2, drops.get());
    assertEquals(before, Descriptors.open());
  }

  @Test
  void aFailureIsToldToWhoeverJoins(Kernel kernel) {
    IOException reason = new IOException("no");
    try (PerCore cores =
        PerCore.start(
            2,
            () -> Runtime.open(kernel),
            runtime -> {
              throw reason;
            })) {
      assertSame(reason, assertThrows(ExecutionException.class, cores::join).getCause());
    }
  }
}
