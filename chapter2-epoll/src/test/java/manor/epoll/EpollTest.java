package manor.epoll;

import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import manor.syscall.AnyKernel;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The list of interests: who is on it, who is not, and what happens at its edges. */
@AnyKernel
class EpollTest {
  private final Kernel kernel;
  private final Hall hall;

  EpollTest(Kernel kernel) throws ErrnoException {
    this.kernel = kernel;
    hall = new Hall(kernel);
  }

  @AfterEach
  void leave() {
    hall.close();
  }

  private static void fails(int errno, Executable action) {
    ErrnoException thrown = assertThrows(ErrnoException.class, action);
    assertEquals(Errno.of(errno), Errno.of(thrown.errno()));
    assertTrue(thrown.call().startsWith("epoll_"), thrown::call);
  }

  @Test
  void nothingIsToldAfterRemoveInterest() throws ErrnoException {
    hall.care(READABLE);
    hall.friendSays(1);
    hall.epoll.removeInterest(hall.guest);
    assertEquals(List.of(), hall.look());
    hall.friend.close();
    assertEquals(List.of(), hall.look());
  }

  @Test
  void eventsHandedOverBeforeRemoveInterestStillNameIt() throws ErrnoException {
    hall.care(READABLE);
    hall.friendSays(1);
    hall.look();
    hall.epoll.removeInterest(hall.guest);
    assertEquals(Hall.GUEST, hall.events.token(0));
  }

  @Test
  void nothingIsToldAfterClose() throws ErrnoException {
    hall.care(READABLE.and(WRITABLE));
    hall.friendSays(1);
    hall.guest.close();
    assertEquals(List.of(), hall.look());
  }

  @Test
  void whoeverGetsTheNumberNextIsNotOnTheList() throws ErrnoException {
    hall.care(WRITABLE);
    int number = hall.guest.number();
    hall.guest.close();
    try (EventFd stranger = EventFd.create(kernel)) {
      assertEquals(number, stranger.fd().number());
      assertEquals(List.of(), hall.look());
      hall.epoll.addInterest(stranger.fd(), new Token(2), WRITABLE);
      assertEquals(1, hall.look().size());
    }
  }

  @Test
  void addingTwiceIsEexistAndTheFirstInterestStays() throws ErrnoException {
    hall.care(WRITABLE);
    fails(Errno.EEXIST, () -> hall.epoll.addInterest(hall.guest, new Token(9), READABLE.oneshot()));
    assertEquals(List.of(new Ready(Linux.EPOLLOUT)), hall.look());
    assertEquals(Hall.GUEST, hall.events.token(0));
  }

  @Test
  void modifyingOrRemovingWhoWasNeverAddedIsEnoent() {
    fails(Errno.ENOENT, () -> hall.careAgain(READABLE));
    fails(Errno.ENOENT, () -> hall.epoll.removeInterest(hall.guest));
  }

  @Test
  void aClosedDescriptorIsEbadf() throws ErrnoException {
    hall.care(READABLE);
    hall.guest.close();
    fails(Errno.EBADF, () -> hall.care(READABLE));
    fails(Errno.EBADF, () -> hall.careAgain(READABLE));
    fails(Errno.EBADF, () -> hall.epoll.removeInterest(hall.guest));
  }

  @Test
  void aClosedListIsEbadf() throws ErrnoException {
    hall.care(WRITABLE);
    assertEquals(1, hall.look().size());
    hall.epoll.close();
    fails(Errno.EBADF, () -> hall.epoll.wait(hall.events, 0));
    assertEquals(0, hall.events.count(), "nothing of the wait before is left");
    fails(Errno.EBADF, () -> hall.care(READABLE));
  }

  @Test
  void theListItselfIsCloseOnExec() {
    int number = hall.epoll.fd().number();
    assertEquals(Linux.FD_CLOEXEC, kernel.fcntl(number, Linux.F_GETFD, 0));
  }

  private List<EventFd> readyCounters(int count, Interest interest) throws ErrnoException {
    List<EventFd> counters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      counters.add(EventFd.create(kernel));
      counters.get(i).knock();
      hall.epoll.addInterest(counters.get(i).fd(), new Token(i), interest);
    }
    return counters;
  }

  @Test
  void moreReadyThanThereIsRoomForComeWithTheNextWait() throws ErrnoException {
    List<EventFd> counters = readyCounters(5, READABLE.edge());
    Events two = new Events(2);
    List<Integer> counts = new ArrayList<>();
    Set<Long> told = new HashSet<>();
    for (int wait = 0; wait < 4; wait++) {
      counts.add(hall.epoll.wait(two, 0));
      for (int i = 0; i < two.count(); i++) {
        told.add(two.key(i));
      }
    }
    assertEquals(List.of(2, 2, 1, 0), counts);
    assertEquals(Set.of(0L, 1L, 2L, 3L, 4L), told);
    counters.forEach(EventFd::close);
  }

  @Test
  void whoKeepsBeingReadyDoesNotHideTheOthers() throws ErrnoException {
    List<EventFd> counters = readyCounters(5, READABLE);
    Events two = new Events(2);
    Set<Long> told = new HashSet<>();
    for (int wait = 0; wait < 3; wait++) {
      assertEquals(2, hall.epoll.wait(two, 0));
      told.addAll(List.of(two.key(0), two.key(1)));
    }
    assertEquals(5, told.size());
    counters.forEach(EventFd::close);
  }
}
