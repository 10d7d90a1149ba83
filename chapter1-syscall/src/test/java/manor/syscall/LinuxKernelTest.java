package manor.syscall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jnr.ffi.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What crosses the border to the C library, and what is stopped before it. */
class LinuxKernelTest {
  /** Where among its arguments a call has the offset of the memory before it. */
  private static final Set<String> OFFSETS = Set.of("read2", "write2", "sendto2", "recvfrom2");

  private final Libc libc = mock(Libc.class);
  private final LinuxKernel kernel = new LinuxKernel(libc, () -> 0);

  static Stream<String> calls() {
    return KernelCalls.all().stream().map(Method::getName);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void everyArgumentIsHandedOverInItsPlace(String name) {
    Method call = KernelCalls.named(name);
    Object[] arguments = KernelCalls.arguments(call);
    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof Memory memory) {
        boolean offsetFollows = i + 1 < arguments.length && OFFSETS.contains(name + (i + 1));
        expected.add(memory.address(offsetFollows ? (int) arguments[++i] : 0, 0));
      } else {
        expected.add(((Number) arguments[i]).longValue());
      }
    }

    KernelCalls.make(kernel, call, arguments);

    var made = mockingDetails(libc).getInvocations();
    assertEquals(1, made.size());
    var only = made.iterator().next();
    assertEquals(name, only.getMethod().getName());
    assertEquals(
        expected, Arrays.stream(only.getArguments()).map(LinuxKernelTest::number).toList());
  }

  @Test
  void javasNullIsNullInC() {
    kernel.epoll_ctl(3, Linux.EPOLL_CTL_DEL, 4, null);
    verify(libc).epoll_ctl(3, Linux.EPOLL_CTL_DEL, 4, 0);
    kernel.accept4(3, null, null, 0);
    verify(libc).accept4(3, 0, 0, 0);
    kernel.sendfile(3, 4, null, 5);
    verify(libc).sendfile(3, 4, 0, 5);
    Memory memory = Memory.allocate(8);
    kernel.sendto(3, memory, 1, 7, 0, null, 0);
    verify(libc).sendto(3, memory.address(1, 7), 7, 0, null, 0);
    kernel.recvfrom(3, memory, 1, 7, 0, null, null);
    verify(libc).recvfrom(3, memory.address(1, 7), 7, 0, null, 0);
  }

  static List<Consumer<Kernel>> callsThatReachOutsideTheirMemory() {
    Memory four = Memory.allocate(4);
    Memory claims28 = Memory.allocate(4);
    claims28.putInt(0, SockAddr.SIZE);
    Memory three = Memory.allocate(3);
    return List.of(
        kernel -> kernel.read(0, four, 1, 4),
        kernel -> kernel.read(0, four, -1, 1),
        kernel -> kernel.read(0, four, 0, -1),
        kernel -> kernel.read(0, four, Integer.MAX_VALUE, 2),
        kernel -> kernel.write(0, four, 3, 2),
        kernel -> kernel.sendto(0, four, 3, 2, 0, null, 0),
        kernel -> kernel.sendto(0, four, 0, 4, 0, four, 16),
        kernel -> kernel.recvfrom(0, four, 0, 5, 0, null, null),
        kernel -> kernel.recvfrom(0, four, 0, 4, 0, four, claims28),
        kernel -> kernel.recvfrom(0, four, 0, 4, 0, four, three),
        kernel -> kernel.sendfile(0, 1, four, 8),
        kernel -> kernel.statx(0, four, 0, 0, four),
        kernel -> kernel.socketpair(0, 0, 0, four),
        kernel -> kernel.bind(0, four, 16),
        kernel -> kernel.connect(0, four, 16),
        kernel -> kernel.accept4(0, four, claims28, 0),
        kernel -> kernel.accept4(0, four, three, 0),
        kernel -> kernel.getsockname(0, four, claims28),
        kernel -> kernel.getpeername(0, four, claims28),
        kernel -> kernel.getpeername(0, four, three),
        kernel -> kernel.setsockopt(0, 0, 0, four, 5),
        kernel -> kernel.getsockopt(0, 0, 0, four, claims28),
        kernel -> kernel.epoll_ctl(0, 0, 0, four),
        kernel -> kernel.epoll_wait(0, four, 1, 0),
        kernel -> kernel.epoll_wait(0, Memory.allocate(16), 357_913_942, 0),
        kernel -> kernel.pipe2(four, 0));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource
  void callsThatReachOutsideTheirMemory(Consumer<Kernel> call) {
    assertThrows(IndexOutOfBoundsException.class, () -> call.accept(kernel));
    verifyNoInteractions(libc);
  }

  @Test
  void everyCallOfTheKernelIsAFunctionOfTheLibrary() {
    assertArrayEquals(
        calls().toArray(),
        Arrays.stream(Libc.class.getMethods()).map(Method::getName).sorted().toArray());
  }

  /** jnr-ffi 2.3.4 on x86-64 hands garbage over as the sixth of six integers. */
  @Test
  void whereThereAreSixArgumentsOneIsAPointer() {
    for (Method function : Libc.class.getMethods()) {
      List<Class<?>> types = List.of(function.getParameterTypes());
      assertTrue(types.size() < 6 || types.contains(Pointer.class), function::toString);
    }
  }

  private static long number(Object value) {
    return value instanceof Pointer pointer ? pointer.address() : ((Number) value).longValue();
  }
}
