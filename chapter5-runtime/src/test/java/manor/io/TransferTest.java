package manor.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.syscall.RealKernel;
import manor.syscall.TracingKernel;
import manor.task.CountingWaker;
import manor.task.Poll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RealKernel
class TransferTest {
  private final List<String> calls = new ArrayList<>();
  private final Household house;
  private final CountingWaker counter = new CountingWaker();

  TransferTest(Kernel kernel) throws ErrnoException {
    house = new Household(new TracingKernel(kernel, calls::add));
  }

  @AfterEach
  void leave() {
    house.close();
  }

  private Poll<Integer> read(int length) throws IOException {
    return house.guest.pollRead(counter.context(), house.memory, 0, length);
  }

  private List<String> callsOf(String name) {
    return calls.stream().filter(line -> line.startsWith(name + "(")).toList();
  }

  @Test
  void fewerBytesThanWereAskedForAreAllThereAre() throws IOException {
    house.friendSays(3);
    house.look();
    assertEquals(3, read(4).get());
    assertTrue(read(4).isPending());
    assertEquals(1, callsOf("read").size(), "no second call to find nothing");
    house.friendSays(1);
    house.look();
    assertEquals(1, counter.takeWakes());
    assertEquals(1, read(4).get());
  }

  @Test
  void asManyAsWereAskedForMayNotBeAll() throws IOException {
    house.friendSays(5);
    house.look();
    assertEquals(4, read(4).get());
    assertEquals(1, read(4).get());
  }

  @Test
  void theLastBytesDoNotHideTheEnd() throws IOException {
    house.friendSays(3);
    house.friend.close();
    house.look();
    assertEquals(3, read(4).get());
    assertEquals(0, read(4).get());
    assertEquals(0, read(4).get());
  }

  @Test
  void anEndThatComesAfterTheLastBytesIsTold() throws IOException {
    house.friendSays(3);
    house.look();
    assertEquals(3, read(4).get());
    assertTrue(read(4).isPending());
    house.friend.close();
    house.look();
    assertEquals(1, counter.takeWakes());
    assertEquals(0, read(4).get());
  }

  @Test
  void fewerBytesThanWereOfferedAreAllThereIsRoomFor() throws IOException {
    Memory much = Memory.allocate(1 << 24);
    house.look();
    int written = house.guest.pollWrite(counter.context(), much, 0, much.size()).get();
    assertTrue(written < much.size());
    assertTrue(house.guest.pollWrite(counter.context(), much, 0, 1).isPending());
    assertEquals(1, callsOf("write").size(), "no second call to find no room");
    while (house.friend.read(much, 0, much.size()) > 0) {}
    house.look();
    assertEquals(1, counter.takeWakes());
    assertTrue(house.guest.pollWrite(counter.context(), much, 0, 1).isReady());
  }

  /** The driver's turn comes between the call and the clearing, as it may on another thread. */
  @Test
  void newsThatCameDuringTheCallStay() throws IOException {
    house.friendSays(1);
    house.look();
    Transfer reading = new Transfer(house.guestFd, Direction.READ, house.memory, 0, 4);
    Attempt<Integer> interrupted =
        new Attempt<>() {
          @Override
          public Integer attempt() throws IOException {
            Integer answer = reading.attempt();
            house.friendSays(2);
            house.look();
            return answer;
          }

          @Override
          public boolean exhausts(Integer answer) {
            return reading.exhausts(answer);
          }
        };
    Registration registration = house.guest.registration();
    assertEquals(1, registration.pollIo(counter.context(), Direction.READ, interrupted).get());
    assertEquals(2, read(4).get());
  }
}
