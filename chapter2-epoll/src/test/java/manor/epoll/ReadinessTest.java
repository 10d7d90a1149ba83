package manor.epoll;

import static manor.epoll.Hall.GUEST;
import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import manor.syscall.AnyKernel;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readiness itself, a sentence a test. */
@AnyKernel
class ReadinessTest {
  private static final List<Ready> NOTHING = List.of();
  private static final List<Ready> SOMETHING_TO_READ = List.of(new Ready(Linux.EPOLLIN));
  private static final List<Ready> ROOM_TO_WRITE = List.of(new Ready(Linux.EPOLLOUT));

  private final Hall hall;

  ReadinessTest(Kernel kernel) throws ErrnoException {
    hall = new Hall(kernel);
  }

  @AfterEach
  void leave() {
    hall.close();
  }

  @Test
  void nobodyIsReadyBeforeAnythingHappens() throws ErrnoException {
    hall.care(READABLE);
    assertEquals(NOTHING, hall.look());
  }

  @Test
  void theTokenComesBackWhole() throws ErrnoException {
    hall.care(READABLE);
    hall.friendSays(1);
    assertEquals(1, hall.epoll.wait(hall.events, 0));
    assertEquals(GUEST, hall.events.token(0));
    assertEquals(GUEST.value(), hall.events.key(0));
  }

  @Test
  void levelKeepsSayingUntilEverythingIsRead() throws ErrnoException {
    hall.care(READABLE);
    hall.friendSays(2);
    assertEquals(SOMETHING_TO_READ, hall.look());
    assertEquals(SOMETHING_TO_READ, hall.look());
    assertEquals(2, hall.guestReads());
    assertEquals(NOTHING, hall.look());
  }

  @Test
  void edgeSaysOnce() throws ErrnoException {
    hall.care(READABLE.edge());
    hall.friendSays(1);
    assertEquals(SOMETHING_TO_READ, hall.look());
    assertEquals(NOTHING, hall.look());
  }

  @Test
  void edgeSaysAgainWhenNewBytesArriveThoughTheOldAreUnread() throws ErrnoException {
    hall.care(READABLE.edge());
    hall.friendSays(1);
    hall.look();
    hall.friendSays(1);
    assertEquals(SOMETHING_TO_READ, hall.look());
    assertEquals(2, hall.guestReads());
  }

  @Test
  void edgeSaysNothingOfWhatAReaderLeftBehind() throws ErrnoException {
    hall.care(READABLE.edge());
    hall.friendSays(64);
    hall.friendSays(64);
    assertEquals(SOMETHING_TO_READ, hall.look());
    assertEquals(64, hall.guestReads());
    assertEquals(NOTHING, hall.look());
    assertEquals(64, hall.guestReads(), "it was there all the time");
  }

  @Test
  void edgeSaysSoIfItWasReadyWhenAdded() throws ErrnoException {
    hall.friendSays(1);
    hall.care(READABLE.edge());
    assertEquals(SOMETHING_TO_READ, hall.look());
  }

  @Test
  void oneshotWaitsToBeArmedAgain() throws ErrnoException {
    hall.care(READABLE.oneshot());
    hall.friendSays(1);
    assertEquals(SOMETHING_TO_READ, hall.look());
    hall.friendSays(1);
    assertEquals(NOTHING, hall.look());
    hall.careAgain(READABLE.oneshot());
    assertEquals(SOMETHING_TO_READ, hall.look());
    assertEquals(NOTHING, hall.look());
  }

  @Test
  void aSpentOneshotDoesNotEvenTellOfAHangUp() throws ErrnoException {
    hall.care(READABLE.oneshot());
    hall.friendSays(1);
    hall.look();
    hall.friend.close();
    assertEquals(NOTHING, hall.look());
    hall.careAgain(READABLE.oneshot());
    assertTrue(hall.look().get(0).isReadClosed());
  }

  @Test
  void modifyTellsAnEdgeAboutReadinessThatIsThereAlready() throws ErrnoException {
    hall.care(READABLE.edge());
    hall.friendSays(1);
    hall.look();
    assertEquals(NOTHING, hall.look());
    hall.careAgain(READABLE.edge());
    assertEquals(SOMETHING_TO_READ, hall.look());
  }

  @Test
  void modifyChangesWhatIsAskedFor() throws ErrnoException {
    hall.care(READABLE);
    hall.careAgain(WRITABLE);
    hall.friendSays(1);
    assertEquals(ROOM_TO_WRITE, hall.look());
    hall.careAgain(READABLE.and(WRITABLE));
    assertEquals(List.of(new Ready(Linux.EPOLLIN | Linux.EPOLLOUT)), hall.look());
    hall.careAgain(Interest.NONE);
    assertEquals(NOTHING, hall.look());
  }

  @Test
  void modifyChangesTheToken() throws ErrnoException {
    hall.care(WRITABLE);
    hall.epoll.modifyInterest(hall.guest, new Token(-1), WRITABLE);
    hall.look();
    assertEquals(-1, hall.events.key(0));
  }

  @Test
  void edgeTellsOfRoomAgainOnlyAfterTheBufferWasFull() throws ErrnoException {
    hall.care(WRITABLE.edge());
    assertEquals(ROOM_TO_WRITE, hall.look());
    assertEquals(NOTHING, hall.look());
    Memory much = Memory.allocate(1 << 16);
    while (hall.guest.write(much, 0, much.size()) != Fd.WOULD_BLOCK) {
      assertEquals(NOTHING, hall.look());
    }
    while (hall.friend.read(much, 0, much.size()) != Fd.WOULD_BLOCK) {
      continue;
    }
    assertEquals(ROOM_TO_WRITE, hall.look());
  }

  @Test
  void readinessIsAHintAndAReadMayStillFindNothing() throws ErrnoException {
    hall.care(READABLE);
    hall.friendSays(1);
    assertEquals(SOMETHING_TO_READ, hall.look());
    assertEquals(1, hall.guestReads(), "someone else was there first");
    assertEquals(Fd.WOULD_BLOCK, hall.guestReads());
    assertEquals(NOTHING, hall.look());
    hall.friendSays(1);
    assertEquals(SOMETHING_TO_READ, hall.look());
  }
}
