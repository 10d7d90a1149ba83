package manor.syscall;

import static manor.syscall.Syscall.check;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EpollEventTest {
  @Test
  void isPackedIntoTwelveBytesOnX86AndTakesSixteenElsewhere() {
    boolean x86 = Set.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    assertEquals(x86 ? 4 : 8, EpollEvent.DATA);
    assertEquals(x86 ? 12 : 16, EpollEvent.SIZE);
  }

  @Test
  void eventsDoNotTouchEachOther() {
    Memory memory = Memory.allocate(3 * EpollEvent.SIZE);
    for (int i = 2; i >= 0; i--) {
      EpollEvent.put(memory, i, ~i, Long.MIN_VALUE + i);
    }
    for (int i = 0; i < 3; i++) {
      assertEquals(~i, EpollEvent.events(memory, i));
      assertEquals(Long.MIN_VALUE + i, EpollEvent.data(memory, i));
    }
  }

  @Test
  @RealKernel
  void twoEventsOfOneWaitComeBackIntact(Kernel kernel) throws IOException {
    try (Fd epoll = Fd.of(kernel, "epoll_create1", kernel.epoll_create1(Linux.EPOLL_CLOEXEC));
        Fd first = Fd.of(kernel, "eventfd", kernel.eventfd(1, Linux.EFD_CLOEXEC));
        Fd second = Fd.of(kernel, "eventfd", kernel.eventfd(0, Linux.EFD_CLOEXEC))) {
      add(epoll, first, Linux.EPOLLIN, 0x0123_4567_89ab_cdefL);
      add(epoll, second, Linux.EPOLLIN | Linux.EPOLLOUT, 0xfedc_ba98_7654_3210L);
      Memory events = Memory.allocate(4 * EpollEvent.SIZE);

      assertEquals(2, kernel.epoll_wait(epoll.number(), events, 4, 0));

      assertEquals(Linux.EPOLLIN, EpollEvent.events(events, 0));
      assertEquals(0x0123_4567_89ab_cdefL, EpollEvent.data(events, 0));
      assertEquals(Linux.EPOLLOUT, EpollEvent.events(events, 1));
      assertEquals(0xfedc_ba98_7654_3210L, EpollEvent.data(events, 1));
    }
  }

  private static void add(Fd epoll, Fd target, int bits, long data) throws IOException {
    Memory event = Memory.allocate(EpollEvent.SIZE);
    EpollEvent.put(event, 0, bits, data);
    Kernel kernel = epoll.kernel();
    check(
        "epoll_ctl", kernel.epoll_ctl(epoll.number(), Linux.EPOLL_CTL_ADD, target.number(), event));
  }
}
