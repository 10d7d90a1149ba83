package manor.exercises.modifyinterest;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.TracingKernel;

/**
 * A list with a guest and his friend, for the tests of {@code modifyInterest}: what the kernel is
 * told is written down.
 */
abstract class TriedList {
  static final Token OLD = new Token(7);
  static final Token NEW = new Token(0x1_0000_0008L);

  final List<String> controls = new ArrayList<>();
  private final Kernel kernel =
      Trail.over(new TracingKernel(new SimulatedKernel(new World()), this::note));
  final Events events = new Events(4);
  final Epoll epoll;
  final Fd guest;
  final Fd friend;

  TriedList() throws ErrnoException {
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

  void change(Interest interest) throws ErrnoException {
    controls.clear();
    try {
      epoll.modifyInterest(guest, NEW, interest);
    } catch (Todo | ArrayIndexOutOfBoundsException own) {
      throw own; // a stub, or an array of the answer's: event is no array
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

  int look() throws ErrnoException {
    return epoll.wait(events, 0) == 0 ? 0 : events.ready(0).bits();
  }

  void tells(int wanted, String otherwise) throws ErrnoException {
    String told = controls.isEmpty() ? "" : "\nThe kernel was told:\n  " + controls.get(0);
    assertEquals(named(wanted), named(look()), otherwise + told + old());
  }

  /** The memory still holds what addInterest has put there. */
  private String old() {
    return controls.isEmpty() || !controls.get(0).contains("data=" + OLD.value() + "}")
        ? ""
        : "\nThat is the old interest, under the old token: event still holds them. Fill it in"
            + "\nfirst, with EpollEvent.put.";
  }

  private static String named(int bits) {
    return switch (bits) {
      case 0 -> "nothing";
      case Linux.EPOLLIN -> "EPOLLIN: there is something to read";
      case Linux.EPOLLOUT -> "EPOLLOUT: there is room to write";
      case Linux.EPOLLIN | Linux.EPOLLOUT -> "EPOLLIN|EPOLLOUT: both";
      default -> "the bits 0x" + Integer.toHexString(bits);
    };
  }

  void friendSaysSomething() throws ErrnoException {
    friend.write(Memory.allocate(1), 0, 1);
  }
}
