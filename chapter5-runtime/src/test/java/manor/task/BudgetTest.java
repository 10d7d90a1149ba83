package manor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BudgetTest {
  private final CountingWaker counter = new CountingWaker();
  private final Budget budget = new Budget(2);
  private final Context context = new Context(counter.waker(), budget);

  @Test
  void whoHasSpentItIsWokenToGoOnLater() {
    assertTrue(context.mayProceed());
    context.spend();
    assertTrue(context.mayProceed());
    context.spend();
    assertEquals(0, counter.takeWakes());
    assertFalse(context.mayProceed());
    assertEquals(1, counter.takeWakes());
    budget.refill();
    assertTrue(context.mayProceed());
  }

  @Test
  void askingCostsNothing() {
    for (int i = 0; i < 10; i++) {
      assertTrue(context.mayProceed());
    }
  }

  @Test
  void anotherWakerSharesTheBudget() {
    CountingWaker other = new CountingWaker();
    Context inner = context.with(other.waker());
    inner.spend();
    inner.spend();
    inner.spend();
    assertFalse(inner.mayProceed());
    assertEquals(1, other.takeWakes());
    assertEquals(0, counter.takeWakes());
    assertFalse(context.mayProceed());
  }
}
