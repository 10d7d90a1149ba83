package manor.tutor;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;

/** Shows pages on the whole of a terminal, and gives it back as it was. One thread. */
final class ScreenView implements WatchView, AutoCloseable {
  private static final int MOST_COLUMNS = 120;
  private static final int LEAST_COLUMNS = 20;
  private static final int FRAME_LINES = 7;

  private final Terminal terminal;
  private final org.jline.terminal.Terminal screen;
  private final Attributes before;
  private final Thread atTheEnd = new Thread(this::restore, "give-the-terminal-back");
  private Size shown = Size.of(0, 0);
  private WatchPage page;
  private int from;
  private boolean restored;

  ScreenView(Terminal terminal) throws java.io.IOException {
    this.terminal = terminal;
    screen =
        TerminalBuilder.builder()
            .system(true)
            .nativeSignals(false)
            .encoding(terminal.charset())
            .build();
    before = screen.enterRawMode();
    Attributes raw = screen.getAttributes();
    raw.setLocalFlag(Attributes.LocalFlag.ISIG, true);
    screen.setAttributes(raw);
    screen.puts(Capability.enter_ca_mode);
    screen.puts(Capability.cursor_invisible);
    screen.flush();
    Runtime.getRuntime().addShutdownHook(atTheEnd);
  }

  /** The keys come straight from standard input: JLine's reader would have to be waited for. */
  Reader keys() {
    return new InputStreamReader(new FileInputStream(FileDescriptor.in), terminal.charset());
  }

  private Size size() {
    Size size = screen.getSize();
    return size.getColumns() < 1 || size.getRows() < 1 ? Size.of(80, 24) : size;
  }

  @Override
  public int width() {
    return Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, size().getColumns())) - 2;
  }

  @Override
  public int height() {
    return Math.max(2, shown.getRows() - FRAME_LINES);
  }

  @Override
  public boolean isStale() {
    return !size().equals(shown);
  }

  @Override
  public void show(WatchPage page) {
    shown = size();
    draw(page, Math.min(page.from(), last(page)));
  }

  @Override
  public void renew(WatchPage page) {
    shown = size();
    draw(page, Math.min(from, last(page)));
  }

  /** Goes on where the page was cut off, and from its end back to its beginning. */
  @Override
  public void more() {
    int next = from + height() - 1;
    while (next < page.body().size() && page.body().get(next).isBlank()) {
      next++;
    }
    draw(page, last(page) > 0 && next < page.body().size() ? next : 0);
  }

  @Override
  public void scroll(int lines) {
    draw(page, Math.max(0, Math.min(from + lines, Math.max(from, last(page)))));
  }

  /** The first line of the last screen that is full; the page's first line, if all of it fits. */
  private int last(WatchPage of) {
    int lines = of.body().size();
    return lines <= height() ? 0 : lines - height() + 1;
  }

  private void draw(WatchPage drawn, int firstLine) {
    page = drawn;
    from = firstLine;
    List<String> lines = new ArrayList<>();
    lines.add(" " + page.top());
    lines.add(rule());
    lines.add(" " + page.title());
    lines.add("");
    page.body().stream().skip(from).limit(room()).forEach(line -> lines.add(" " + line));
    if (last(page) > 0) {
      lines.add(" " + position());
    }
    while (lines.size() < shown.getRows() - 3) {
      lines.add("");
    }
    lines.add(" " + terminal.arrow() + page.next());
    lines.add(rule());
    lines.add(" " + page.keys());
    draw(lines.subList(0, Math.min(lines.size(), shown.getRows())));
  }

  /** A page that does not fit gives a line away, to say so. */
  private int room() {
    return last(page) == 0 ? height() : height() - 1;
  }

  private String position() {
    int all = page.body().size();
    int end = Math.min(all, from + room());
    String where = "   lines " + (from + 1) + " to " + end + " of " + all;
    String does = end < all ? " shows more" : " goes back to the beginning";
    return terminal.strong("m") + does + terminal.faint(where);
  }

  private String rule() {
    return terminal.faint((terminal.unicode() ? "\u2500" : "-").repeat(shown.getColumns()));
  }

  /**
   * Line by line over what stood there, without wiping the screen first: nothing flickers. A line
   * that is too long is cut off, for to go on below it would push the head out.
   */
  private void draw(List<String> lines) {
    StringBuilder text = new StringBuilder("\033[?7l\033[H");
    for (int i = 0; i < lines.size(); i++) {
      String line = Paragraphs.cutPainted(lines.get(i), shown.getColumns());
      text.append("\033[K").append(line).append(i < lines.size() - 1 ? "\r\n" : "");
    }
    screen.writer().print(text.append("\033[?7h"));
    screen.flush();
  }

  @Override
  public void begin(WatchPage page) {
    show(page);
    busy();
  }

  @Override
  public void busy() {
    screen
        .writer()
        .print("\033[" + shown.getRows() + ";1H " + terminal.faint("running...") + "\033[K");
    screen.flush();
  }

  private synchronized void restore() {
    if (!restored) {
      restored = true;
      screen.puts(Capability.cursor_visible);
      screen.puts(Capability.exit_ca_mode);
      screen.setAttributes(before);
      screen.flush();
    }
  }

  /** The screen itself is not closed: that would wait for the thread that reads its keys. */
  @Override
  public void close() {
    restore();
    Runtime.getRuntime().removeShutdownHook(atTheEnd);
  }
}
