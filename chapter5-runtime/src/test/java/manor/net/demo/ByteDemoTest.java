package manor.net.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import manor.runtime.Descriptors;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealKernel
@Timeout(30)
class ByteDemoTest {
  /** The way of one byte: nobody is left out, and nobody comes before his turn. */
  @Test
  void oneByteGoesItsWay(Kernel kernel) throws Exception {
    List<String> who = new ArrayList<>();
    List<String> what = new ArrayList<>();
    ByteDemo.follow(
        kernel,
        new ByteWay(
            (name, deed) -> {
              who.add(name);
              what.add(deed);
            }));
    assertEquals(
        List.of(
            "kernel",
            "Driver.turn",
            "kernel",
            "Driver.turn",
            "setReadiness",
            "Waker.wake",
            "Executor",
            "Task.poll",
            "kernel",
            "kernel",
            "clearReadiness",
            "Waker.clone",
            "Readiness",
            "Poll.Pending"),
        who);
    assertTrue(what.get(0).matches("write\\(\\d+, \"!\", 1\\) = 1"), what.get(0));
    assertTrue(what.get(2).matches("epoll_wait\\(.*EPOLLIN.* = 1"), what.get(2));
    assertTrue(what.get(6).endsWith("(the same thread, no knock)"), what.get(6));
    assertTrue(what.get(8).matches("read\\(\\d+, \"!\", 1\\) = 1"), what.get(8));
    assertTrue(what.get(9).contains("= -1 EAGAIN"), what.get(9));
    String tick = what.get(4).substring(what.get(4).length() - "tick 2".length());
    assertTrue(what.get(10).endsWith("still " + tick), what.get(10));
  }

  @Test
  void theDemonstrationPrintsItAndLeavesNothingOpen(Kernel kernel) throws Exception {
    long before = Descriptors.open();
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    ByteDemo.run(kernel, new PrintStream(screen));
    assertEquals(before, Descriptors.open());
    List<String> lines = screen.toString().lines().toList();
    assertEquals(20, lines.size());
    lines.forEach(line -> assertTrue(line.length() <= 80, line));
    assertTrue(lines.get(2).startsWith("  1  kernel          write("), lines.get(2));
    assertTrue(lines.get(16).startsWith(" 14  Poll.Pending    task "), lines.get(16));
  }
}
