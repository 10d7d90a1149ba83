package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SimulateCommandTest {
  @Test
  void aSeedIsOneWorldAndSaysWhetherAllIsWell() {
    Typed typed = Typed.manor("simulate", "--seed", "7");
    assertEquals(0, typed.status());
    assertEquals("seed 7: all is well", typed.out().strip());
  }

  @Test
  void aTraceIsTheSameEveryTime() {
    Typed typed = Typed.manor("simulate", "--seed", "7", "--trace");
    assertTrue(typed.out().contains("epoll_wait("), typed.out());
    assertTrue(typed.out().contains("accept4("), typed.out());
    assertEquals(typed, Typed.manor("simulate", "--seed", "7", "--trace"));
  }

  @Test
  void manyWorldsAreCountedAndTimed() {
    Typed typed = Typed.manor("simulate", "--worlds", "20");
    assertEquals(0, typed.status());
    assertTrue(typed.out().startsWith("20 random worlds in "), typed.out());
  }

  @Test
  void aTraceOfManyWorldsIsRefused() {
    assertEquals(2, Typed.manor("simulate", "--trace").status());
    assertEquals(2, Typed.manor("simulate", "--worlds", "0").status());
  }
}
