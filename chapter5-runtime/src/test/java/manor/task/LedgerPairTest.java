package manor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerPairTest {
  @Test
  void everyStepIsToldToBoth() throws ReflectiveOperationException {
    List<String> lines = new ArrayList<>();
    Ledger both = new JsonLedger(lines::add).and(new JsonLedger(lines::add));
    for (Method step : Ledger.class.getMethods()) {
      if (step.getReturnType() == void.class) {
        lines.clear();
        step.invoke(both, Arrays.stream(step.getParameterTypes()).map(this::some).toArray());
        assertEquals(2, lines.size(), step::getName);
        assertTrue(lines.get(0).contains("\"" + step.getName() + "\""), lines.get(0));
        assertEquals(lines.get(0), lines.get(1));
      }
    }
  }

  @Test
  void whatEitherWantsToHearIsTold() {
    Ledger json = new JsonLedger(line -> {});
    assertFalse(Ledger.NONE.and(Ledger.NONE).hearsSyscalls());
    assertTrue(Ledger.NONE.and(json).hearsSyscalls());
    assertTrue(json.and(Ledger.NONE).looksTwice());
  }

  private Object some(Class<?> type) {
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
}
