package manor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import manor.syscall.Linux;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JfrLedgerTest {
  @TempDir private Path folder;
  private final Ledger ledger = new JfrLedger();

  /** A recording with the settings that one has who sets nothing. */
  private List<RecordedEvent> recorded(Steps steps) throws Exception {
    try (Recording recording = new Recording()) {
      recording.start();
      steps.take();
      recording.stop();
      Path file = folder.resolve("steps.jfr");
      recording.dump(file);
      return household(file);
    }
  }

  private interface Steps {
    void take() throws Exception;
  }

  private static List<RecordedEvent> household(Path file) throws IOException {
    List<RecordedEvent> events = new ArrayList<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      if (event.getEventType().getName().startsWith("manor.")) {
        events.add(event);
      }
    }
    return events;
  }

  @Test
  void everyStepIsAnEventOfItsName() throws Exception {
    List<String> expected = new ArrayList<>();
    List<RecordedEvent> events =
        recorded(
            () -> {
              for (Method step : Ledger.class.getMethods()) {
                if (step.getReturnType() == void.class) {
                  Object[] some =
                      Arrays.stream(step.getParameterTypes()).map(JfrLedgerTest::some).toArray();
                  step.invoke(ledger, some);
                  expected.add(step.getName());
                }
              }
            });
    List<String> told = new ArrayList<>();
    for (RecordedEvent event : events) {
      told.add(event.hasField("what") ? event.getString("what") : "syscall");
    }
    Collections.sort(expected);
    Collections.sort(told);
    assertEquals(expected, told);
  }

  private static Object some(Class<?> type) {
    if (type == int.class) {
      return 3;
    }
    if (type == long.class) {
      return 4L;
    }
    if (type == boolean.class) {
      return false;
    }
    return type == Waker.class ? new CountingWaker().waker() : type == String.class ? "text" : null;
  }

  @Test
  void anEventCarriesWhatTheStepTold() throws Exception {
    List<RecordedEvent> events =
        recorded(
            () -> {
              ledger.readinessSet(42, Linux.EPOLLIN | Linux.EPOLLRDHUP, 3);
              ledger.taskFailed(7, new IOException("gone"));
              ledger.syscall("close(3) = 0");
            });
    events.sort((one, other) -> one.getStartTime().compareTo(other.getStartTime()));
    assertEquals("manor.Readiness", events.get(0).getEventType().getName());
    assertEquals(42, events.get(0).getLong("token"));
    assertEquals("IN|RDHUP", events.get(0).getString("ready"));
    assertEquals(3, events.get(0).getInt("tick"));
    assertEquals("java.io.IOException: gone", events.get(1).getString("words"));
    assertEquals("close(3) = 0", events.get(2).getString("line"));
  }

  @Test
  void systemCallsAreWantedOnlyWhileTheyAreRecorded() throws Exception {
    assertFalse(ledger.hearsSyscalls());
    recorded(() -> assertTrue(ledger.hearsSyscalls()));
    assertFalse(ledger.hearsSyscalls());
  }

  @Test
  void whenNobodyRecordsAStepLeavesNoGarbage() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int steps = 200_000;
    take(steps);
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    take(steps);
    long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertTrue(bytes < steps, () -> bytes + " bytes in " + steps + " steps");
  }

  private void take(int steps) {
    for (int i = 0; i < steps; i++) {
      ledger.taskPolled(i);
      ledger.readinessSet(i, Linux.EPOLLIN, i);
      ledger.wakerWoken(i, true);
      ledger.turnStarted(i);
    }
  }
}
