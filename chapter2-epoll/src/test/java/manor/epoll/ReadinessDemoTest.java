package manor.epoll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import manor.syscall.TracingKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealKernel
@Timeout(30)
class ReadinessDemoTest {
  private final Kernel kernel;

  ReadinessDemoTest(Kernel kernel) {
    this.kernel = kernel;
  }

  private static String printed(Kernel kernel) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ReadinessDemo.run(kernel, new PrintStream(bytes, true, UTF_8));
    return bytes.toString(UTF_8);
  }

  @Test
  void showsWhoTellsAndHowOften() throws IOException {
    String table =
        """
                                 level    edge     oneshot
          before the letter      -        -        -
          the first wait         told     told     told
          the second, unread     told     -        -
          after another letter   told     told     -
          interest set again     told     told     told
          both letters read      -        -        -
        """;
    String printed = printed(kernel);
    assertTrue(printed.contains(table), printed);
    assertTrue(printed.contains("read 2 bytes"), printed);
  }

  @Test
  void showsThatManyKnocksAreOneReadiness() throws IOException {
    String printed = printed(kernel);
    assertTrue(printed.contains("ended: 1 event, token 7."), printed);
    assertTrue(printed.contains("The counter says 3:"), printed);
    assertTrue(printed.contains("finds 0 events."), printed);
  }

  @Test
  void everyToldWasAnEventOfTheKernel() throws IOException {
    List<String> waits = new ArrayList<>();
    Kernel traced =
        new TracingKernel(
            kernel,
            line -> {
              if (line.startsWith("epoll_wait")) {
                waits.add(line);
              }
            });
    String printed = printed(traced);
    List<String> cells = new ArrayList<>();
    for (String line : waits.subList(0, 18)) {
      cells.add(line.contains("events=EPOLLIN") ? "told" : "-");
    }
    List<String> shown = new ArrayList<>();
    for (String line : printed.lines().filter(l -> l.startsWith("  ")).skip(1).toList()) {
      shown.addAll(List.of(line.substring(25).trim().split(" +")));
    }
    assertEquals(cells, shown);
  }

  @Test
  void saysTheSameEveryTimeAndFitsTheScreen() throws IOException {
    String first = printed(kernel);
    assertEquals(first, printed(kernel));
    first.lines().forEach(line -> assertTrue(line.length() <= 80, line));
  }
}
