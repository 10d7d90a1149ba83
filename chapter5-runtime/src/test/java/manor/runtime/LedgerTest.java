package manor.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import manor.task.JsonLedger;
import manor.task.Ledger;
import manor.task.Notify;
import manor.task.Poll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a ledger is told of a whole run. */
@RealKernel
@Timeout(30)
class LedgerTest {
  private static final Pattern WHAT = Pattern.compile("\"what\":\"(\\w+)\"");

  private final List<String> lines = new ArrayList<>();
  private final RuntimeOptions options =
      RuntimeOptions.standard().with((Ledger) new JsonLedger(lines::add));

  private List<String> steps() {
    return lines.stream()
        .map(
            line -> {
              var matcher = WHAT.matcher(line);
              assertTrue(matcher.find(), line);
              return matcher.group(1);
            })
        .toList();
  }

  @Test
  void aForeignWakeKnocksAtTheDoorOfASleepingDriver(Kernel kernel) throws Exception {
    Notify bell = new Notify();
    try (Runtime runtime = Runtime.open(kernel, options)) {
      lines.clear();
      FutureTask<Void> stranger =
          new FutureTask<>(
              () -> {
                while (bell.waiting() == 0 || !asleep()) {
                  Thread.onSpinWait();
                }
                bell.notifyOne();
                return null;
              });
      new Thread(stranger, "stranger").start();
      runtime.blockOn(bell.notified());
      stranger.get();
    }
    List<String> steps = steps();
    int woken = steps.indexOf("wakerWoken");
    assertEquals(List.of("wakerWoken", "taskQueued", "knocked"), steps.subList(woken, woken + 3));
    assertTrue(lines.get(woken + 1).endsWith("\"foreign\":true}"));
    List<String> after = steps.subList(woken + 3, steps.size());
    assertTrue(after.indexOf("eventTold") < after.indexOf("taskPolled"), () -> "" + lines);
    assertTrue(after.indexOf("taskPolled") < after.indexOf("taskReady"));
  }

  /** The turn has begun, and its system call has not answered. */
  private boolean asleep() {
    synchronized (options.ledger()) {
      return !lines.isEmpty() && lines.get(lines.size() - 1).contains("turnStarted");
    }
  }

  @Test
  void aWakeFromTheRuntimesOwnThreadDoesNotKnock(Kernel kernel) throws Exception {
    Notify bell = new Notify();
    try (Runtime runtime = Runtime.open(kernel, options)) {
      runtime.spawn(bell.notified());
      runtime.blockOn(
          context -> {
            bell.notifyOne();
            return Poll.<Void>ready(null);
          });
    }
    assertEquals(0, steps().stream().filter("knocked"::equals).count());
  }
}
