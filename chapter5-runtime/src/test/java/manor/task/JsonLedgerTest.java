package manor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import manor.syscall.Linux;
import org.junit.jupiter.api.Test;

class JsonLedgerTest {
  private final List<String> lines = new ArrayList<>();
  private final Ledger ledger = new JsonLedger(lines::add);

  @Test
  void stepsAreNumberedAndNamed() {
    ledger.taskSpawned(7);
    ledger.readinessSet(42, Linux.EPOLLIN | Linux.EPOLLRDHUP, 3);
    ledger.eventTold(42, Linux.EPOLLOUT);
    ledger.taskQueued(7, true);
    ledger.knocked();
    assertEquals(
        List.of(
            "{\"step\":1,\"what\":\"taskSpawned\",\"task\":7}",
            "{\"step\":2,\"what\":\"readinessSet\",\"token\":42,\"ready\":\"IN|RDHUP\",\"tick\":3}",
            "{\"step\":3,\"what\":\"eventTold\",\"token\":42,\"ready\":\"OUT\"}",
            "{\"step\":4,\"what\":\"taskQueued\",\"task\":7,\"foreign\":true}",
            "{\"step\":5,\"what\":\"knocked\"}"),
        lines);
  }

  @Test
  void whatCannotStandInJsonIsEscaped() {
    ledger.syscall("write(3, \"a\\n\tb\", 3)");
    assertEquals(
        "{\"step\":1,\"what\":\"syscall\",\"line\":\"write(3, \\\"a\\\\n\\u0009b\\\", 3)\"}",
        lines.get(0));
  }

  /** Whatever the ledger may be told, it writes down: no step is forgotten. */
  @Test
  void everyStepIsALineOfItsOwnName() throws ReflectiveOperationException {
    for (Method step : Ledger.class.getMethods()) {
      if (step.getReturnType() == void.class) {
        lines.clear();
        step.invoke(ledger, Arrays.stream(step.getParameterTypes()).map(this::some).toArray());
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).contains("\"what\":\"" + step.getName() + "\""), lines.get(0));
        assertReadsBack(lines.get(0));
      }
    }
    assertTrue(ledger.hearsSyscalls());
    assertTrue(ledger.looksTwice());
  }

  /** Told to another ledger of the same kind, it is written down as it was. */
  private static void assertReadsBack(String line) {
    List<String> again = new ArrayList<>();
    long step = new LedgerReader(new JsonLedger(again::add)).read(line);
    assertEquals(List.of(line.replace("\"step\":" + step, "\"step\":1")), again);
  }

  @Test
  void aLineReadsBackWhateverIsQuotedInIt() {
    ledger.syscall("write(3, \"a\\n\tb}\", 3) = 3");
    ledger.readinessSet(42, Linux.EPOLLIN | Linux.EPOLLRDHUP | Linux.EPOLLPRI, 3);
    lines.forEach(JsonLedgerTest::assertReadsBack);
  }

  @Test
  void whatIsNoStepIsRefusedInWords() {
    for (String line :
        List.of("", "hello", "{}", "{\"step\":1,", "{\"step\":1,\"what\":\"taskReady\"}")) {
      var thrown =
          assertThrows(
              IllegalArgumentException.class, () -> new LedgerReader(Ledger.NONE).read(line));
      assertTrue(thrown.getMessage().endsWith(" of a ledger: " + line), thrown.getMessage());
    }
  }

  @Test
  void aStepOfALaterVersionIsPassedOver() {
    assertEquals(9, new LedgerReader(Ledger.NONE).read("{\"step\":9,\"what\":\"danced\"}"));
  }

  private Object some(Class<?> type) {
    if (type == int.class) {
      return 3;
    }
    if (type == long.class) {
      return 4L;
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == Waker.class) {
      return new CountingWaker().waker();
    }
    return type == String.class ? "text" : new IllegalStateException("no");
  }
}
