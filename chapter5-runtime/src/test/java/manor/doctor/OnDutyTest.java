package manor.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import manor.task.Future;
import manor.task.Notify;
import manor.task.Poll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A doctor who speaks unasked: what hangs fails instead. */
@RealKernel
@Timeout(60)
class OnDutyTest {
  private static Runtime attended(Kernel kernel) throws Exception {
    return Runtime.open(kernel, RuntimeOptions.standard().with(Doctor.onDuty()));
  }

  @Test
  void whatNobodyCanWakeFailsWithTheReason(Kernel kernel) throws Exception {
    try (Runtime runtime = attended(kernel)) {
      Future<Void> forgetful = context -> Poll.pending();
      var thrown = assertThrows(StuckException.class, () -> runtime.blockOn(forgetful));
      assertTrue(thrown.getMessage().startsWith("never registered: task 1 returned Pending"));
      assertEquals(
          List.of(Ailment.NEVER_REGISTERED),
          thrown.diagnoses().stream().map(Diagnosis::ailment).toList());
    }
  }

  @Test
  void whatNeverRestsFailsWithTheReason(Kernel kernel) throws Exception {
    try (Runtime runtime = attended(kernel)) {
      Future<Void> restless =
          context -> {
            context.waker().wakeByRef();
            return Poll.pending();
          };
      var thrown = assertThrows(StuckException.class, () -> runtime.blockOn(restless));
      assertTrue(thrown.getMessage().startsWith("busy loop: task 1 has woken itself"));
    }
  }

  @Test
  void whatStillCanBeWokenGoesOn(Kernel kernel) throws Exception {
    try (Runtime runtime = attended(kernel)) {
      Notify bell = new Notify();
      runtime.spawn(runtime.handle().sleep(Duration.ofMillis(1)).map(slept -> ring(bell)));
      runtime.blockOn(bell.notified());
    }
  }

  private static Void ring(Notify bell) {
    bell.notifyOne();
    return null;
  }
}
