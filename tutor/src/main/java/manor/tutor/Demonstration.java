package manor.tutor;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import manor.epoll.ReadinessDemo;
import manor.http.PiecesDemo;
import manor.server.ReactorDemo;
import manor.syscall.Kernel;
import manor.syscall.SyscallDemo;

/** What {@code manor run} can show: each chapter's idea, happening. */
enum Demonstration {
  SYSCALL(Chapter.SYSCALL, "calls", "a few system calls, traced as they happen", SyscallDemo::run),
  READINESS(
      Chapter.EPOLL, "readiness", "one byte told by level, edge, oneshot", ReadinessDemo::run),
  PIECES(
      Chapter.HTTP,
      "pieces",
      "a request that comes in pieces",
      (kernel, out) -> PiecesDemo.run(out)),
  LOOP(Chapter.SERVER, "loop", "three guests at once, turn by turn", ReactorDemo::run);

  /** Shows something that really happens, on a real kernel. */
  interface Show {
    void run(Kernel kernel, PrintStream out) throws IOException;
  }

  private final Chapter chapter;
  private final String title;
  private final String idea;
  private final Show show;

  Demonstration(Chapter chapter, String title, String idea, Show show) {
    this.chapter = chapter;
    this.title = title;
    this.idea = idea;
    this.show = show;
  }

  Chapter chapter() {
    return chapter;
  }

  String title() {
    return title;
  }

  String idea() {
    return idea;
  }

  void run(Kernel kernel, PrintStream out) throws IOException {
    show.run(kernel, out);
  }

  static List<Demonstration> of(Chapter chapter) {
    return all().filter(show -> show.chapter == chapter).toList();
  }

  static Stream<Demonstration> all() {
    return Arrays.stream(values());
  }
}
