package manor.epoll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import manor.syscall.EpollEvent;
import manor.syscall.Linux;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {
  private final Events events = new Events(3);

  private void filledWithTwo() {
    EpollEvent.put(events.memory(), 0, Linux.EPOLLIN, 10);
    EpollEvent.put(events.memory(), 1, Linux.EPOLLOUT, -1);
    EpollEvent.put(events.memory(), 2, Linux.EPOLLERR, 99);
    events.filled(2);
  }

  @Test
  void aNewListIsEmpty() {
    assertEquals(0, events.count());
    assertEquals(3, events.capacity());
    assertThrows(IndexOutOfBoundsException.class, () -> events.key(0));
  }

  @Test
  void tellsTokensAndReadinessInTheKernelsOrder() {
    filledWithTwo();
    assertEquals(10, events.key(0));
    assertEquals(new Token(-1), events.token(1));
    assertEquals(new Ready(Linux.EPOLLIN), events.ready(0));
    assertEquals(new Ready(Linux.EPOLLOUT), events.ready(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void whatTheLastWaitDidNotFillInIsNotThere(int index) {
    filledWithTwo();
    assertThrows(IndexOutOfBoundsException.class, () -> events.key(index));
    assertThrows(IndexOutOfBoundsException.class, () -> events.token(index));
    assertThrows(IndexOutOfBoundsException.class, () -> events.ready(index));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void aListWithoutRoomIsRefused(int capacity) {
    assertThrows(IllegalArgumentException.class, () -> new Events(capacity));
  }
}
