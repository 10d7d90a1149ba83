package manor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import manor.simulator.Calls.Pair;
import manor.syscall.Errno;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import org.junit.jupiter.api.Test;

class FaultyKernelTest {
  private final SimulatedKernel inside = new SimulatedKernel(new World());
  private final FaultyKernel kernel = new FaultyKernel(inside);
  private final Calls calls = new Calls(kernel);

  @Test
  void everyCallOfAKernelIsKnownByItsManPage() {
    List<String> methods =
        Arrays.stream(Kernel.class.getMethods()).map(method -> method.getName()).sorted().toList();
    List<String> known = Stream.of(SystemCall.values()).map(SystemCall::manName).sorted().toList();
    assertEquals(methods, known);
  }

  @Test
  void theNthCallOfItsKindFailsOnce() {
    kernel.with(InjectedFault.once(SystemCall.WRITE, 2, Errno.EPIPE));
    Pair pipe = calls.pipe();
    assertEquals(1, calls.write(pipe.second(), "a"));
    assertEquals(-Errno.EPIPE, calls.write(pipe.second(), "b"));
    assertEquals(1, calls.write(pipe.second(), "c"));
    assertEquals("ac", calls.read(pipe.first(), 9));
    assertEquals(1, kernel.struck());
  }

  @Test
  void aPersistentFaultStrikesFromThenOn() {
    kernel.with(InjectedFault.fromThenOn(SystemCall.READ, 2, Errno.EIO));
    Pair pipe = calls.pipe();
    calls.write(pipe.second(), "abc");
    assertEquals("a", calls.read(pipe.first(), 1));
    assertEquals("EIO", calls.read(pipe.first(), 1));
    assertEquals("EIO", calls.read(pipe.first(), 1));
    kernel.heal();
    assertEquals("b", calls.read(pipe.first(), 1));
  }

  @Test
  void theNthCallOfAllFails() {
    kernel.with(InjectedFault.onceOfAll(2, Errno.ENOMEM));
    calls.pipe();
    assertEquals(-Errno.ENOMEM, kernel.eventfd(0, 0));
    assertEquals(
        "call 2 fails with ENOMEM, once", InjectedFault.onceOfAll(2, Errno.ENOMEM).toString());
  }

  @Test
  void aFailedCloseHasClosedAllTheSame() {
    int fd = calls.counter(0, 0);
    kernel.with(InjectedFault.once(SystemCall.CLOSE, 1, Errno.EIO));
    assertEquals(-Errno.EIO, kernel.close(fd));
    assertEquals(0, inside.openDescriptors());
  }

  @Test
  void aConnectionWithAnErrorOfItsOwnIsGone() {
    kernel.with(InjectedFault.once(SystemCall.ACCEPT4, 1, Errno.ECONNABORTED));
    kernel.with(InjectedFault.once(SystemCall.ACCEPT4, 2, Errno.EMFILE));
    int listener = calls.listener(Linux.AF_INET, 4);
    int first = calls.tcp(Linux.AF_INET);
    int second = calls.tcp(Linux.AF_INET);
    calls.connect(first, calls.name(listener, true));
    calls.connect(second, calls.name(listener, true));
    assertEquals(-Errno.ECONNABORTED, calls.accept(listener));
    assertEquals("", calls.read(first, 1));
    assertEquals(-Errno.EMFILE, calls.accept(listener));
    assertTrue(calls.accept(listener) > 0);
  }

  @Test
  void readsAndWritesAreCutButCountersAreNot() {
    kernel.cutReads(2).cutWrites(3);
    Pair pipe = calls.pipe();
    assertEquals(3, calls.write(pipe.second(), "abcdef"));
    assertEquals("ab", calls.read(pipe.first(), 9));
    assertEquals("7", calls.count(calls.counter(7, 0)));
  }

  @Test
  void anEdgeIsNotLostToAnInventedEagain() {
    kernel.with(InjectedFault.once(SystemCall.READ, 1, Errno.EAGAIN));
    Pair pair = calls.socketpair();
    int epoll = calls.epoll();
    calls.watch(epoll, pair.first(), Linux.EPOLLIN | Linux.EPOLLET);
    calls.write(pair.second(), "x");
    assertEquals(List.of(pair.first() + ":IN"), calls.ready(epoll));
    assertEquals("EAGAIN", calls.read(pair.first(), 1));
    assertEquals(List.of(pair.first() + ":IN"), calls.ready(epoll, 4, 1000));
    assertEquals("x", calls.read(pair.first(), 1));
    assertEquals(List.of(), calls.ready(epoll));
  }

  @Test
  void anEdgeIsNotLostToACutRead() {
    kernel.cutReads(2);
    Pair pair = calls.socketpair();
    int epoll = calls.epoll();
    calls.watch(epoll, pair.first(), Linux.EPOLLIN | Linux.EPOLLET);
    calls.write(pair.second(), "xyz");
    assertEquals(List.of(pair.first() + ":IN"), calls.ready(epoll));
    assertEquals("xy", calls.read(pair.first(), 8));
    assertEquals(List.of(pair.first() + ":IN"), calls.ready(epoll, 4, 1000));
    assertEquals("z", calls.read(pair.first(), 8));
    assertEquals(List.of(), calls.ready(epoll));
  }

  @Test
  void someWakeUpsAreInVain() {
    kernel.wakeInVainEvery(2);
    int epoll = calls.epoll();
    int fd = calls.counter(0, 0);
    calls.watch(epoll, fd, Linux.EPOLLIN);
    assertEquals(List.of(), calls.ready(epoll));
    assertEquals(List.of(fd + ":IN"), calls.ready(epoll));
    assertEquals("EAGAIN", calls.count(fd));
  }

  @Test
  void aSignalInterruptsOnlyWhatCanBeInterrupted() {
    kernel.interruptEvery(1);
    int fd = calls.counter(1, 0);
    assertEquals("EINTR", calls.count(fd));
    assertEquals(0, kernel.fcntl(fd, Linux.F_GETFD, 0) & ~1);
    assertEquals(0, kernel.close(fd));
    assertTrue(kernel.count(SystemCall.READ) == 1);
  }
}
