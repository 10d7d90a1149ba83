package manor.exercises.eventfd;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Modifier;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.EventFd;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.exercises.CallLog;
import manor.simulator.FaultyKernel;
import manor.simulator.InjectedFault;
import manor.simulator.SimulatedKernel;
import manor.simulator.SystemCall;
import manor.simulator.World;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Memory;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class BellTest {
  private final SimulatedKernel kernel = new SimulatedKernel(new World());
  private final FaultyKernel faulty = new FaultyKernel(kernel);
  private final CallLog log = new CallLog(faulty);
  private final EventFd bell;
  private final Epoll epoll;
  private final Events events = new Events(8);

  BellTest() throws ErrnoException {
    bell = EventFd.create(log.kernel());
    epoll = Epoll.create(kernel, Clock.system());
    epoll.addInterest(bell.fd(), new Token(7), Interest.READABLE);
  }

  private void knock(String mistake) {
    try {
      bell.knock();
    } catch (ErrnoException | IndexOutOfBoundsException thrown) {
      fail(mistake + "\nknock threw " + thrown.getMessage() + ".\n" + log.last(3), thrown);
    }
  }

  private void drains(long expected, String mistake) {
    try {
      long knocks = bell.drain();
      if (knocks != expected) {
        fail(mistake + "\ndrain answered " + knocks + ", not " + expected + ".\n" + log.last(3));
      }
    } catch (ErrnoException | IndexOutOfBoundsException thrown) {
      fail(mistake + "\ndrain threw " + thrown.getMessage() + ".\n" + log.last(3), thrown);
    }
  }

  private void isHeard(boolean expected, String mistake) throws ErrnoException {
    boolean heard = epoll.wait(events, 0) == 1;
    if (heard != expected) {
      fail(mistake + "\n" + log.last(3));
    }
  }

  @Test
  @Order(1)
  void aKnockIsHeard() throws ErrnoException {
    isHeard(false, "Nobody has knocked yet.");
    knock("A knock is a write of eight bytes; the counter takes nothing shorter.");
    isHeard(true, "Somebody has knocked, and the bell is not readable: the counter is at zero.");
  }

  @Test
  @Order(2)
  void aKnockAddsOne() {
    knock("");
    drains(1, "One knock adds one: the eight bytes of the field one.");
  }

  @Test
  @Order(3)
  void afterTheDrainNobodyIsTold() throws ErrnoException {
    knock("");
    bell.drain();
    isHeard(false, "It was drained, and is readable all the same: the steward can never sleep.");
  }

  @Test
  @Order(4)
  void manyKnocksAreCounted() throws ErrnoException {
    for (int i = 0; i < 3; i++) {
      knock("");
    }
    isHeard(true, "Three knocks, and nothing to hear.");
    drains(3, "The counter held the sum of all knocks, and one read takes it all.");
    if (log.count("read") != 1) {
      fail(
          "One read takes the whole sum and sets the counter to zero; another can only earn\n"
              + "an EAGAIN.\n"
              + log.last(3));
    }
    isHeard(false, "One read sets the counter to zero, however many knocks there were.");
  }

  @Test
  @Order(5)
  void nobodyKnocked() {
    drains(0, "Nobody has knocked: the read answers EAGAIN. That is no failure, it is 0 knocks.");
    knock("");
    knock("");
    drains(2, "Two knocks.");
    drains(
        0,
        "Nobody has knocked since: the read answered EAGAIN and left the memory alone. It\n"
            + "holds the number from last time.");
  }

  @Test
  @Order(6)
  void everyKnockReachesTheKernel() {
    knock("");
    drains(1, "One knock.");
    knock("");
    knock("");
    drains(2, "Two more knocks after the drain have to be heard like the first.");
    knock("");
    drains(1, "One knock adds one, also after two were drained: the field one still holds 1?");
    if (log.count("write") != 4) {
      fail(
          "Four knocks are four writes, and there were "
              + log.count("write")
              + ".\n"
              + log.last(5));
    }
  }

  @Test
  @Order(7)
  void anInterruptedKnockIsMadeAgain() {
    faulty.with(new InjectedFault(SystemCall.WRITE, 1, Errno.EINTR, 3));
    knock("EINTR is no answer: a signal came first, three times. Make the call again.");
    drains(
        1,
        "The write was interrupted (EINTR) and nothing was added. This knock is lost, and\n"
            + "the steward sleeps on: make the call again.");
  }

  @Test
  @Order(8)
  void aFullCounterNeedsNoOtherKnock() throws ErrnoException {
    Memory most = Memory.allocate(Long.BYTES);
    most.putLong(0, -2);
    kernel.write(bell.fd().number(), most, 0, Long.BYTES);
    knock(
        "The counter is too full to take another one (EAGAIN). So it is above zero, so it is\n"
            + "readable, and the steward will come: that is all a knock is for.");
    isHeard(true, "It is full, and has to stay readable.");
  }

  @Test
  @Order(9)
  void aClosedBellIsNobodysFault() {
    bell.close();
    knock("It is closed (EBADF): nobody is behind the door, and whoever knocks need not care.");
  }

  @Test
  @Order(10)
  void anyOtherErrnoIsThrown() {
    faulty.with(InjectedFault.once(SystemCall.WRITE, 1, Errno.EIO));
    try {
      bell.knock();
      fail(
          "The write failed with EIO, and knock said nothing. The steward was not called,\n"
              + "and whoever knocked believes that he was.\n"
              + log.last(1));
    } catch (ErrnoException thrown) {
      if (thrown.errno() != Errno.EIO || !thrown.call().equals("write")) {
        fail("The write failed with EIO, and knock threw \"" + thrown.getMessage() + "\".", thrown);
      }
    }
  }

  @Test
  @Order(11)
  void anInterruptedDrainIsMadeAgain() {
    knock("");
    faulty.with(new InjectedFault(SystemCall.READ, 1, Errno.EINTR, 2));
    drains(
        1,
        "The read was interrupted (EINTR) and has taken nothing. The knock is still in the\n"
            + "counter: make the call again, or leave it to fd.read.");
  }

  @Test
  @Order(12)
  void aDrainThatFailsIsHeard() {
    bell.close();
    try {
      long knocks = bell.drain();
      fail(
          "The bell is closed and the read failed with EBADF, and drain answered "
              + knocks
              + ". The\nsteward would believe that nobody knocked.\n"
              + log.last(1));
    } catch (ErrnoException thrown) {
      if (thrown.errno() != Errno.EBADF) {
        fail(
            "The read failed with EBADF, and drain threw \"" + thrown.getMessage() + "\".", thrown);
      }
    }
  }

  @Test
  @Order(13)
  void theCounterIsEightBytes() {
    Memory many = Memory.allocate(Long.BYTES);
    many.putLong(0, 5_000_000_000L);
    kernel.write(bell.fd().number(), many, 0, Long.BYTES);
    drains(
        5_000_000_000L,
        "The counter stood at five thousand million. It is a number of eight bytes, and no int\n"
            + "holds it.");
  }

  @Test
  @Order(14)
  void knockAndDrainExcludeClose() throws NoSuchMethodException {
    for (String method : new String[] {"knock", "drain"}) {
      if (!Modifier.isSynchronized(EventFd.class.getMethod(method).getModifiers())) {
        fail(
            method
                + " is no longer synchronized. While it is under way another thread may close\n"
                + "the bell, the number goes to a stranger, and the eight bytes with it.");
      }
    }
  }
}
