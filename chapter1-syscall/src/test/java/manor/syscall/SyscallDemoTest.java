package manor.syscall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@RealKernel
class SyscallDemoTest {
  private final List<String> calls = new ArrayList<>();
  private final Kernel kernel;

  SyscallDemoTest(Kernel real) {
    kernel = new TracingKernel(real, line -> calls.add(line.replaceFirst(" {2,}=", " =")));
  }

  private String printed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SyscallDemo.run(kernel, new PrintStream(bytes, true, UTF_8));
    return bytes.toString(UTF_8);
  }

  @Test
  void showsAResultAnEmptyBufferAnEndAndAClosedFd() throws IOException {
    printed();
    List<String> shape = calls.stream().map(SyscallDemoTest::withoutNumbers).toList();
    assertEquals(
        List.of(
            "socketpair(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, 0, [N, N]) = 0",
            "write(N, \"Good evening.\\n\", 14) = 14",
            "read(N, \"Good evening.\\n\", 64) = 14",
            "read(N, 0x..., 64) = -1 EAGAIN (Resource temporarily unavailable)",
            "close(N) = 0",
            "read(N, \"\", 64) = 0",
            "read(-1, 0x..., 64) = -1 EBADF (Bad file descriptor)",
            "close(N) = 0"),
        shape);
  }

  private static String withoutNumbers(String line) {
    return line.replaceAll("\\[\\d+, \\d+]", "[N, N]")
        .replaceAll("^(write|read|close)\\(\\d+", "$1(N");
  }

  @Test
  void printsEveryCallAsItWasMadeAndTheFailureAsAnException() throws IOException {
    String printed = printed();
    List<String> traced = printed.lines().filter(line -> line.contains(" = ")).toList();
    assertEquals(calls, traced);
    assertTrue(printed.contains("WOULD_BLOCK, -11."), printed);
    assertTrue(printed.contains("ErrnoException:\n  read: EBADF (Bad file descriptor)"), printed);
  }

  @Test
  void fitsTheScreen() throws IOException {
    for (String line : printed().lines().toList()) {
      assertTrue(line.length() <= 80, line);
    }
  }
}
