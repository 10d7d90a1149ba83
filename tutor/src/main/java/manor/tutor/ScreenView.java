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
  private static final int MOST_COLUMNS = 110;
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
    return size.getColumns() < 20 || size.getRows() < 8 ? Size.of(80, 24) : size;
  }

  @Override
  public int width() {
    return Math.min(MOST_COLUMNS, size().getColumns()) - 2;
  }

  @Override
  public boolean isStale() {
    return !size().equals(shown);
  }

  @Override
  public void show(WatchPage page) {
    show(page, 0);
  }

  /** Goes on where the page was cut off, and from its end back to its beginning. */
  @Override
  public void more() {
    int next = from + shown.getRows() - FRAME_LINES - 1;
    while (next < page.body().size() && page.body().get(next).isBlank()) {
      next++;
    }
    show(page, next < page.body().size() ? next : 0);
  }

  private void show(WatchPage shownPage, int firstLine) {
    page = shownPage;
    from = firstLine;
    shown = size();
    int room = shown.getRows() - FRAME_LINES;
    List<String> lines = new ArrayList<>();
    lines.add(" " + page.top());
    lines.add(rule());
    lines.add(" " + page.title());
    lines.add("");
    lines.addAll(fitted(page.body().subList(from, page.body().size()), room));
    while (lines.size() < shown.getRows() - 3) {
      lines.add("");
    }
    lines.add(" " + page.next());
    lines.add(rule());
    lines.add(" " + page.keys());
    draw(lines);
  }

  private List<String> fitted(List<String> body, int room) {
    List<String> lines = new ArrayList<>();
    int shownLines = body.size() <= room ? body.size() : room - 1;
    body.subList(0, Math.max(0, shownLines)).forEach(line -> lines.add(" " + line));
    if (shownLines < body.size()) {
      lines.add(" " + terminal.strong("m") + terminal.faint(" shows more"));
    }
    return lines;
  }

  private String rule() {
    return terminal.faint((terminal.unicode() ? "\u2500" : "-").repeat(width() + 2));
  }

  /**
   * Line by line over what stood there, without wiping the screen first: nothing flickers. A line
   * that is too long is cut off by the terminal, for to go on below it would push the head out.
   */
  private void draw(List<String> lines) {
    StringBuilder text = new StringBuilder("\033[?7l\033[H");
    for (int i = 0; i < lines.size(); i++) {
      text.append("\033[K").append(lines.get(i)).append(i < lines.size() - 1 ? "\r\n" : "");
    }
    screen.writer().print(text.append("\033[J\033[?7h"));
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
