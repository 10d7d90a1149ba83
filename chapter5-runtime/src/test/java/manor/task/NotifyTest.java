package manor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotifyTest {
  private final Notify bell = new Notify();

  private Asked<Void> guest() {
    return new Asked<>(bell.notified());
  }

  private Asked<Void> waitingGuest() throws Exception {
    Asked<Void> guest = guest();
    assertTrue(guest.isPending());
    return guest;
  }

  @Test
  void wakesTheOneWhoHasWaitedLongest() throws Exception {
    Asked<Void> first = waitingGuest();
    Asked<Void> second = waitingGuest();
    bell.notifyOne();
    assertEquals(1, first.wakes());
    assertEquals(0, second.wakes());
    assertFalse(first.isPending());
    assertTrue(second.isPending());
  }

  @Test
  void aRingForNobodyIsKeptForTheNextButOnlyOne() throws Exception {
    bell.notifyOne();
    bell.notifyOne();
    assertFalse(guest().isPending());
    assertTrue(guest().isPending());
  }

  @Test
  void aRingForAllReachesThoseWhoHaveNotPolledYet() throws Exception {
    Asked<Void> early = guest();
    bell.notifyWaiters();
    assertFalse(early.isPending());
    assertTrue(guest().isPending());
  }

  @Test
  void aRingForAllReachesMoreThanAListHolds() throws Exception {
    List<Asked<Void>> guests = new ArrayList<>();
    for (int i = 0; i < 3 * WakeList.CAPACITY + 1; i++) {
      guests.add(waitingGuest());
    }
    bell.notifyWaiters();
    for (Asked<Void> guest : guests) {
      assertEquals(1, guest.wakes());
      assertFalse(guest.isPending());
      assertEquals(0, guest.wakersLeft());
    }
    assertEquals(0, bell.waiting());
  }

  @Test
  void aRingForAllIsNotKept() throws Exception {
    bell.notifyWaiters();
    assertTrue(guest().isPending());
  }

  @Test
  void aGuestWhoIsDroppedLeavesNothingBehind() throws Exception {
    Asked<Void> guest = waitingGuest();
    guest.drop();
    guest.drop();
    assertEquals(0, bell.waiting());
    assertEquals(0, guest.wakersLeft());
  }

  @Test
  void aRingThatReachedADroppedGuestGoesToTheNext() throws Exception {
    Asked<Void> first = waitingGuest();
    Asked<Void> second = waitingGuest();
    bell.notifyOne();
    first.drop();
    assertEquals(1, second.wakes());
    assertFalse(second.isPending());
  }

  @Test
  void aGuestPolledByAnotherTaskWakesTheLatest() throws Exception {
    CountingWaker one = new CountingWaker();
    CountingWaker other = new CountingWaker();
    Future<Void> guest = bell.notified();
    guest.poll(one.context());
    guest.poll(other.context());
    bell.notifyOne();
    assertEquals(0, one.live());
    assertEquals(0, one.takeWakes());
    assertEquals(1, other.takeWakes());
  }

  @Test
  void aGuestWhoIsPolledAgainKeepsHisPlaceAndOneWaker() throws Exception {
    Asked<Void> guest = waitingGuest();
    assertTrue(guest.isPending());
    assertEquals(1, bell.waiting());
    assertEquals(1, guest.wakersLeft());
  }

  @Test
  void aRingForAllUsesUpNoRingForOne() throws Exception {
    Asked<Void> early = waitingGuest();
    bell.notifyWaiters();
    bell.notifyOne();
    early.drop();
    assertFalse(guest().isPending(), "the second ring found nobody and was kept");
    assertTrue(guest().isPending());
  }

  /** A waker is somebody else's code: here it rings the same bell, and gives up waiting. */
  @Test
  void oneWhoIsWokenMayRingAgainAndAnotherMayLeave() throws Exception {
    Asked<Void> leaves = guest();
    bell.notified()
        .poll(
            WhenWoken.does(
                () -> {
                  bell.notifyWaiters();
                  leaves.drop();
                }));
    assertTrue(leaves.isPending());
    Asked<Void> last = waitingGuest();
    bell.notifyWaiters();
    assertEquals(1, last.wakes());
    assertEquals(0, bell.waiting());
    assertEquals(0, leaves.wakersLeft());
  }

  @Test
  void aWakerThatFailsKeepsTheRingFromNobody() throws Exception {
    bell.notified().poll(WhenWoken.fails(new IllegalStateException("a bug")));
    List<Asked<Void>> guests = new ArrayList<>();
    for (int i = 0; i < 3 * WakeList.CAPACITY; i++) {
      guests.add(waitingGuest());
    }
    assertThrows(IllegalStateException.class, bell::notifyWaiters);
    for (Asked<Void> guest : guests) {
      assertEquals(1, guest.wakes());
    }
  }
}
