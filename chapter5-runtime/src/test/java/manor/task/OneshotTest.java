package manor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class OneshotTest {
  private final Oneshot<String> channel = new Oneshot<>();
  private final CountingWaker counter = new CountingWaker();

  private Poll<String> poll() {
    return channel.receiver().poll(counter.context());
  }

  @Test
  void whatWasSentBeforeAnybodyAskedIsThere() {
    assertTrue(channel.sender().send("news"));
    assertEquals("news", poll().get());
    assertEquals(0, counter.clones());
  }

  @Test
  void theOneWhoWaitsIsWokenOnce() {
    assertTrue(poll().isPending());
    assertTrue(poll().isPending());
    channel.sender().send("news");
    assertEquals(1, counter.takeWakes());
    assertEquals("news", poll().get());
    assertEquals(0, counter.live());
  }

  @Test
  void theLatestWhoAskedIsTheOneWoken() {
    CountingWaker earlier = new CountingWaker();
    assertTrue(channel.receiver().poll(earlier.context()).isPending());
    assertTrue(poll().isPending());
    channel.sender().send("news");
    assertEquals(0, earlier.takeWakes());
    assertEquals(0, earlier.live());
    assertEquals(1, counter.takeWakes());
  }

  @Test
  void aSenderWhoLeavesWithoutAWordFailsTheReceiver() {
    assertTrue(poll().isPending());
    channel.sender().close();
    assertEquals(1, counter.takeWakes());
    assertThrows(CancellationException.class, this::poll);
  }

  @Test
  void aSenderWhoLeavesWhileTheWakerIsStoredLeavesNoneBehind() {
    RawWakerVTable[] table = new RawWakerVTable[1];
    int[] live = new int[1];
    table[0] =
        new RawWakerVTable(
            data -> {
              live[0]++;
              channel.sender().close();
              return new RawWaker(data, table[0]);
            },
            data -> live[0]--,
            data -> {},
            data -> live[0]--);
    Context hasty = Context.of(new Waker(new RawWaker("hasty", table[0])));
    assertThrows(CancellationException.class, () -> channel.receiver().poll(hasty));
    assertEquals(0, live[0]);
  }

  @Test
  void aSenderWhoHasSentMayLeave() {
    channel.sender().send("news");
    channel.sender().close();
    assertEquals("news", poll().get());
  }

  @Test
  void nobodyIsLeftToSendTo() {
    assertTrue(poll().isPending());
    assertTrue(channel.sender().isWanted());
    channel.receiver().drop();
    assertEquals(0, counter.live());
    assertFalse(channel.sender().isWanted());
    assertFalse(channel.sender().send("news"));
    assertEquals(0, counter.takeWakes());
  }

  @Test
  void itIsSentOnceAndReceivedOnce() {
    channel.sender().send("news");
    assertThrows(IllegalStateException.class, () -> channel.sender().send("more"));
    assertEquals("news", poll().get());
    assertThrows(IllegalStateException.class, this::poll);
  }
}
