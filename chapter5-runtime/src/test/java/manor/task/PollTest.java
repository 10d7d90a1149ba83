package manor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PollTest {
  @Test
  void readyHasAValue() {
    Poll<String> poll = Poll.ready("tea");
    assertTrue(poll.isReady());
    assertFalse(poll.isPending());
    assertEquals("tea", poll.get());
    assertEquals(Poll.ready(3), poll.map(String::length));
  }

  @Test
  void readyMayHaveNothingButTheEnd() {
    assertTrue(Poll.ready(null).isReady());
    assertNull(Poll.ready(null).get());
  }

  @Test
  void pendingHasNoValueAndStaysPending() {
    Poll<String> poll = Poll.pending();
    assertTrue(poll.isPending());
    assertThrows(IllegalStateException.class, poll::get);
    assertTrue(poll.map(String::length).isPending());
    assertSame(poll, Poll.pending());
  }
}
