package manor.tutor;

import java.io.PrintWriter;
import java.util.List;

/**
 * Shows pages as plain lines, one after the other: for pipes, files and terminals without signs.
 */
final class LineView implements WatchView {
  private static final int WIDTH = 76;

  private final Terminal terminal;
  private List<String> before = List.of();

  LineView(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void show(WatchPage page) {
    PrintWriter out = terminal.out();
    out.println();
    if (!before.equals(List.of(page.top(), page.title()))) {
      out.println("== " + page.top());
    }
    if (before.isEmpty()) {
      out.println("   " + page.keys());
      out.println("   Press enter after each of them.");
      out.println();
    }
    before = List.of(page.top(), page.title());
    out.println(page.title());
    page.body().forEach(out::println);
    if (!page.next().isEmpty()) {
      out.println();
      out.println(terminal.arrow() + page.next());
    }
    out.flush();
  }

  @Override
  public void begin(WatchPage page) {
    // The verdict's page will say all of it.
  }

  @Override
  public void busy() {
    // A line for every save would say nothing that the verdict does not.
  }
}
