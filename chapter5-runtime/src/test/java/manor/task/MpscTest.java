package manor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import manor.runtime.Parker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MpscTest {
  private final Mpsc<Integer> channel = new Mpsc<>(2);

  private Asked<Boolean> sending(int value) throws Exception {
    return new Asked<>(channel.send(value));
  }

  private Asked<Integer> receiving() throws Exception {
    return new Asked<>(channel.receive());
  }

  private void send(int value) throws Exception {
    assertTrue(sending(value).value());
  }

  @Test
  void valuesComeInTheOrderTheyWereSent() throws Exception {
    send(1);
    send(2);
    assertEquals(1, receiving().value());
    send(3);
    assertEquals(2, receiving().value());
    assertEquals(3, receiving().value());
    assertTrue(receiving().isPending());
  }

  @Test
  void theReceiverIsWokenByTheFirstValue() throws Exception {
    Asked<Integer> receiver = receiving();
    assertTrue(receiver.isPending());
    send(1);
    send(2);
    assertEquals(1, receiver.wakes());
    assertEquals(1, receiver.value());
    assertEquals(0, receiver.wakersLeft());
  }

  @Test
  void whoFindsItFullWaitsHisTurn() throws Exception {
    send(1);
    send(2);
    Asked<Boolean> third = sending(3);
    Asked<Boolean> fourth = sending(4);
    assertTrue(third.isPending());
    assertTrue(fourth.isPending());
    assertEquals(1, receiving().value());
    assertEquals(1, third.wakes());
    assertEquals(0, fourth.wakes());
    assertTrue(third.value());
    assertEquals(2, receiving().value());
    assertEquals(1, fourth.wakes());
    assertTrue(fourth.value());
    assertEquals(3, receiving().value());
    assertEquals(4, receiving().value());
  }

  @Test
  void oneWhoWasCalledAndGoesAwayPassesTheCallOn() throws Exception {
    send(1);
    send(2);
    Asked<Boolean> third = sending(3);
    Asked<Boolean> fourth = sending(4);
    assertTrue(third.isPending());
    assertTrue(fourth.isPending());
    assertEquals(1, receiving().value());
    third.drop();
    assertEquals(1, fourth.wakes());
    assertTrue(fourth.value());
    assertEquals(0, third.wakersLeft());
  }

  @Test
  void oneWhoGoesAwayBeforeHisTurnIsPassedOver() throws Exception {
    send(1);
    send(2);
    Asked<Boolean> third = sending(3);
    Asked<Boolean> fourth = sending(4);
    assertTrue(third.isPending());
    assertTrue(fourth.isPending());
    third.drop();
    assertEquals(1, receiving().value());
    assertEquals(0, third.wakes());
    assertEquals(1, fourth.wakes());
    assertTrue(fourth.value());
    assertEquals(2, receiving().value());
    assertEquals(4, receiving().value());
  }

  @Test
  void closingLeavesWhatIsInItAndThenSaysTheEnd() throws Exception {
    send(1);
    channel.close();
    assertFalse(sending(2).value());
    assertEquals(1, receiving().value());
    assertNull(receiving().value());
    assertNull(receiving().value());
  }

  @Test
  void closingWakesEveryoneWhoWaits() throws Exception {
    Asked<Integer> receiver = receiving();
    assertTrue(receiver.isPending());
    channel.close();
    assertEquals(1, receiver.wakes());
    assertNull(receiver.value());

    Mpsc<Integer> full = new Mpsc<>(1);
    assertTrue(new Asked<>(full.send(1)).value());
    Asked<Boolean> one = new Asked<>(full.send(2));
    Asked<Boolean> other = new Asked<>(full.send(3));
    assertTrue(one.isPending());
    assertTrue(other.isPending());
    full.close();
    assertEquals(1, one.wakes());
    assertEquals(1, other.wakes());
    assertFalse(one.value());
    assertFalse(other.value());
  }

  @Test
  void droppedFuturesLeaveNoWaiterBehind() throws Exception {
    Asked<Integer> receiver = receiving();
    assertTrue(receiver.isPending());
    receiver.drop();
    assertEquals(0, receiver.wakersLeft());
    send(1);
    assertEquals(0, receiver.wakes());
  }

  @Test
  void aBudgetEndsEvenForOneWhoAlwaysFindsSomething() throws Exception {
    Mpsc<Integer> large = new Mpsc<>(1000);
    CountingWaker counter = new CountingWaker();
    Context context = new Context(counter.waker(), new Budget(5));
    int sent = 0;
    while (large.send(sent).poll(context).isReady()) {
      sent++;
    }
    assertEquals(5, sent);
    assertEquals(1, counter.takeWakes());
  }

  @Test
  void thereIsRoomForOneAtLeast() {
    assertThrows(IllegalArgumentException.class, () -> new Mpsc<>(0));
  }

  /** Four threads send through a narrow door: nothing is lost, and each one's order is kept. */
  @Test
  void threadsThatSendAtOnceLoseNothing() throws Exception {
    int each = 5_000;
    List<Thread> senders = new ArrayList<>();
    for (int s = 0; s < 4; s++) {
      int first = s * each;
      Thread sender =
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  sendBlocking(first + i);
                }
              });
      senders.add(sender);
      sender.start();
    }
    int[] next = {0, each, 2 * each, 3 * each};
    for (int i = 0; i < 4 * each; i++) {
      int value = Parker.blockOn(channel.receive());
      assertEquals(next[value / each]++, value);
    }
    for (Thread sender : senders) {
      sender.join();
    }
  }

  private void sendBlocking(int value) {
    try {
      assertTrue(Parker.blockOn(channel.send(value)));
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
  }
}
