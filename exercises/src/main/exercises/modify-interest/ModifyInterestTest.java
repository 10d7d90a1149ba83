package manor.exercises.modifyinterest;

import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.exercises.Todo;
import manor.exercises.Trail;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.TracingKernel;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a caller of {@code modifyInterest} relies on, from the call itself to its edges. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModifyInterestTest {
  private static final Token OLD = new Token(7);
  private static final Token NEW = new Token(0x1_0000_0008L);

  private final List<String> controls = new ArrayList<>();
  private final Kernel kernel =
      Trail.over(new TracingKernel(new SimulatedKernel(new World()), this::note));
  private final Events events = new Events(4);
  private final Epoll epoll;
  private final Fd guest;
  private final Fd friend;

  ModifyInterestTest() throws ErrnoException {
    epoll = Epoll.create(kernel, Clock.system());
    Memory pair = Memory.allocate(2 * Integer.BYTES);
    kernel.socketpair(
        Linux.AF_UNIX, Linux.SOCK_STREAM | Linux.SOCK_NONBLOCK | Linux.SOCK_CLOEXEC, 0, pair);
    guest = new Fd(kernel, pair.getInt(0));
    friend = new Fd(kernel, pair.getInt(Integer.BYTES));
  }

  private void note(String call) {
    if (call.startsWith("epoll_ctl")) {
      controls.add(call);
    }
  }

  private void change(Interest interest) throws ErrnoException {
    controls.clear();
    try {
      epoll.modifyInterest(guest, NEW, interest);
    } catch (Todo stub) {
      throw stub;
    } catch (IndexOutOfBoundsException beyond) {
      fail("event has room for one event, in place 0: EpollEvent.put(event, 0, ...).", beyond);
    } catch (RuntimeException thrown) {
      fail(
          "A refusal of the kernel is told by an ErrnoException of epoll_ctl, which check throws,"
              + " and"
              + " nothing else is thrown.\nmodifyInterest threw "
              + thrown,
          thrown);
    }
  }

  private int look() throws ErrnoException {
    return epoll.wait(events, 0) == 0 ? 0 : events.ready(0).bits();
  }

  private void tells(int wanted, String otherwise) throws ErrnoException {
    String told = controls.isEmpty() ? "" : "\nThe kernel was told:\n  " + controls.get(0);
    assertEquals(named(wanted), named(look()), otherwise + told);
  }

  private static String named(int bits) {
    return switch (bits) {
      case 0 -> "nothing";
      case Linux.EPOLLIN -> "EPOLLIN: there is something to read";
      case Linux.EPOLLOUT -> "EPOLLOUT: there is room to write";
      default -> "the bits 0x" + Integer.toHexString(bits);
    };
  }

  private void friendSaysSomething() throws ErrnoException {
    friend.write(Memory.allocate(1), 0, 1);
  }

  @Test
  @Order(1)
  void theKernelIsToldWithOneCall() throws ErrnoException {
    epoll.addInterest(guest, OLD, READABLE);
    try {
      change(WRITABLE);
    } catch (ErrnoException refused) {
      refusal(refused);
    }
    assertTrue(
        !controls.isEmpty(),
        "You told the kernel nothing: the list is the kernel's, and only epoll_ctl changes it.");
    assertTrue(
        controls.size() > 1 || !controls.get(0).contains("EPOLL_CTL_DEL"),
        "You asked for EPOLL_CTL_DEL: the guest is off the list, and nobody will ever call him.\n"
            + "He stays, and waits for something else: that is EPOLL_CTL_MOD.");
    assertTrue(
        controls.size() == 1,
        () ->
            "One call is enough, EPOLL_CTL_MOD. You made "
                + controls.size()
                + (controls.get(0).contains("EPOLL_CTL_DEL")
                    ? ": between them the guest is on no list,\n"
                        + "and if the second one fails, he is lost."
                    : ", and one of them was for nothing.")
                + "\n  "
                + String.join("\n  ", controls));
  }

  private void refusal(ErrnoException refused) {
    if (refused.errno() == Errno.EEXIST) {
      fail(
          "The kernel answered EEXIST: the guest is on the list already, and EPOLL_CTL_ADD is for\n"
              + "somebody new. To change an interest there is another operation.");
    }
    fail(
        "The kernel refused the call, though nothing was wrong with the guest. It wants four"
            + " things,"
            + " in this order:\nthe list's number (fd), the operation (EPOLL_CTL_MOD), the guest's"
            + " number (target), and the event.\n  "
            + String.join("\n  ", controls));
  }

  @Test
  @Order(2)
  void theNewInterestIsToldOf() throws ErrnoException {
    epoll.addInterest(guest, OLD, READABLE);
    change(WRITABLE);
    tells(
        Linux.EPOLLOUT,
        "The guest waits for room to write now, and there is room, but the wait told otherwise.");
  }

  @Test
  @Order(3)
  void theOldInterestIsForgotten() throws ErrnoException {
    epoll.addInterest(guest, OLD, WRITABLE);
    change(READABLE);
    tells(0, "The guest no longer waits to write, and was told of room all the same.");
  }

  @Test
  @Order(4)
  void theNewTokenComesBack() throws ErrnoException {
    epoll.addInterest(guest, OLD, READABLE);
    change(WRITABLE);
    look();
    assertEquals(
        NEW.value(),
        events.key(0),
        "The event came back under the wrong token: its data has to be the new token's value.");
  }

  @Test
  @Order(5)
  void aRefusalIsHeard() {
    try {
      change(READABLE);
    } catch (ErrnoException heard) {
      assertEquals(
          "epoll_ctl: ENOENT (No such file or directory)",
          heard.getMessage(),
          "The guest was never added, and the caller has to hear it in the kernel's words: which"
              + " call"
              + " failed,\nand with which errno, a positive number.");
      return;
    }
    assertTrue(
        controls.size() == 1,
        "The kernel refused (ENOENT: the guest was never added), and you added him. Whoever wants"
            + " him"
            + " on the list\nsays so by addInterest; here the caller has to hear that he is not.");
    fail(
        "The kernel refused (ENOENT: the guest was never added), and your method kept it quiet.\n"
            + "Hand what epoll_ctl answers to check, which throws when it is -errno.");
  }

  @Test
  @Order(6)
  void aOneshotIsArmedAgain() throws ErrnoException {
    epoll.addInterest(guest, OLD, READABLE.oneshot());
    friendSaysSomething();
    assertEquals(Linux.EPOLLIN, look());
    assertEquals(0, look());
    change(READABLE.oneshot());
    tells(Linux.EPOLLIN, "The oneshot was armed again, and told nothing.");
    tells(
        0,
        "A oneshot is told once. This one was told twice: EPOLLONESHOT did not reach the kernel.");
  }

  @Test
  @Order(7)
  void anEdgeStaysAnEdge() throws ErrnoException {
    epoll.addInterest(guest, OLD, WRITABLE);
    change(READABLE.edge());
    friendSaysSomething();
    assertEquals(Linux.EPOLLIN, look());
    tells(
        0,
        "An edge is told when it comes. This one was told twice: EPOLLET did not reach the"
            + " kernel.");
  }

  @Test
  @Order(8)
  void everyBitReachesTheKernel() throws ErrnoException {
    epoll.addInterest(guest, OLD, READABLE);
    change(Interest.PEER_CLOSED);
    friend.close();
    assertTrue(
        (look() & Linux.EPOLLRDHUP) != 0,
        "The peer closed, and the guest who waits for just that was not told: EPOLLRDHUP did not\n"
            + "reach the kernel.");
  }

  @Test
  @Order(9)
  void aLevelStaysALevel() throws ErrnoException {
    epoll.addInterest(guest, OLD, WRITABLE);
    change(READABLE);
    friendSaysSomething();
    assertEquals(Linux.EPOLLIN, look());
    tells(
        Linux.EPOLLIN,
        "A level is told as long as it is so. This one was told only once: a flag reached the"
            + " kernel"
            + " that nobody asked for.");
  }
}
