package manor.syscall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That nothing is forgotten; {@link TraceLinesTest} has what the lines look like. */
class TracingKernelTest {
  private final List<String> lines = new ArrayList<>();

  static Stream<String> calls() {
    return KernelCalls.all().stream().map(Method::getName);
  }

  private static Kernel answering(int answer) {
    return mock(Kernel.class, call -> answer);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void everyCallIsMadeOnceAsAskedAndTold(String name) {
    Method call = KernelCalls.named(name);
    Object[] arguments = KernelCalls.arguments(call);
    Kernel inside = answering(2);

    int answer = KernelCalls.make(new TracingKernel(inside, lines::add), call, arguments);

    assertEquals(2, answer);
    var made = mockingDetails(inside).getInvocations();
    assertEquals(1, made.size());
    var only = made.iterator().next();
    assertEquals(call, only.getMethod());
    for (int i = 0; i < arguments.length; i++) {
      assertSame(arguments[i], only.getRawArguments()[i]);
    }
    assertTold(name, " = (2|0x2 \\(flags .*\\))");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void everyFailureIsPassedOnAndTold(String name) {
    Kernel kernel = new TracingKernel(answering(-Errno.EBADF), lines::add);
    assertEquals(-Errno.EBADF, KernelCalls.make(kernel, KernelCalls.named(name)));
    assertTold(name, " = -1 EBADF \\(Bad file descriptor\\)");
  }

  private void assertTold(String name, String result) {
    assertEquals(1, lines.size());
    String printed = name.equals("eventfd") ? "eventfd2" : name;
    String line = lines.get(0);
    assertTrue(line.matches(printed + "\\(.*\\) *" + result), line);
    assertTrue(line.indexOf(" = ") >= 39, () -> "results stand in one column: " + line);
  }

  @Test
  void aCallThatWasNeverMadeIsNotTold() {
    Kernel outside =
        mock(
            Kernel.class,
            call -> {
              throw new IndexOutOfBoundsException();
            });
    Kernel kernel = new TracingKernel(outside, lines::add);
    assertThrows(IndexOutOfBoundsException.class, () -> kernel.read(0, null, 0, 1));
    assertEquals(List.of(), lines);
  }
}
