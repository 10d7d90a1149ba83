package manor.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import manor.syscall.AnyKernel;
import manor.syscall.Kernel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@AnyKernel
@Timeout(30)
class ReactorDemoTest {
  private List<String> lines;

  @BeforeEach
  void run(Kernel kernel) throws IOException {
    Map<String, Integer> before = Descriptors.open();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ReactorDemo.run(kernel, new PrintStream(bytes, true, UTF_8));
    lines = bytes.toString(UTF_8).lines().toList();
    assertEquals(before, Descriptors.open());
  }

  private long count(String part) {
    return lines.stream().filter(line -> line.contains(part)).count();
  }

  @Test
  void everyoneIsServedAndNobodyWaitsForTheSlowOne() {
    assertEquals(5, count("Swift: 31 bytes, answered"));
    assertEquals(18, count("Halting: 1 byte"));
    assertEquals(1, count("Halting: 1 byte, answered, forgotten"));
    assertEquals(1, count("Fickle: the end"));
    assertEquals(1, count("6 answers in "), lines.toString());
  }

  @Test
  void aRequestIsAWaitAReadAndAWrite() {
    int asksAgain = lines.indexOf(lines.stream().filter(l -> l.startsWith("Asks")).findAny().get());
    List<String> calls =
        lines.subList(asksAgain + 2, asksAgain + 5).stream()
            .map(line -> line.trim().replaceAll("\\(.*", ""))
            .toList();
    assertEquals(List.of("epoll_wait", "read", "write"), calls);
  }

  @Test
  void theLastCallClosesWhatTheFirstLetIn() {
    assertTrue(lines.get(lines.size() - 1).trim().matches("close\\(\\d+\\) = 0"));
    assertEquals(1, count(", 131072) = 0"), lines.toString());
  }

  @Test
  void itFitsTheScreen() {
    assertTrue(lines.size() <= 120, () -> lines.size() + " lines");
    lines.forEach(line -> assertTrue(line.length() <= 100, line));
  }
}
