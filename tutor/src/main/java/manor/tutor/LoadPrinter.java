package manor.tutor;

import java.util.Locale;

/** Shows a load run: a bar or lines while it lasts, and a summary at its end. */
final class LoadPrinter {
  private static final int BAR = 30;

  private final Terminal terminal;
  private final LoadPlan plan;
  private final LoadRun run;
  private double nextLine;
  private boolean begun;

  LoadPrinter(Terminal terminal, LoadPlan plan, LoadRun run) {
    this.terminal = terminal;
    this.plan = plan;
    this.run = run;
  }

  private void begin() {
    if (begun) {
      return;
    }
    begun = true;
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%d threads, each %d uploads of %,d bytes to http://%s%s%n",
            plan.threads(),
            plan.requests(),
            plan.body().length(),
            plan.target().authority(),
            plan.target().path());
  }

  /** Called a few times a second: draws the bar again, or prints a line every two seconds. */
  void progress() {
    begin();
    long done = run.tally().done();
    double seconds = run.seconds();
    String figures =
        String.format(Locale.ROOT, "%d of %d, %.1f requests/s", done, plan.total(), done / seconds);
    if (terminal.moving()) {
      terminal.redraw("  [" + bar(done) + "] " + figures);
    } else if (seconds >= nextLine && done > 0) {
      nextLine = seconds + 2;
      terminal.out().println("  " + figures);
    }
  }

  private String bar(long done) {
    int full = (int) (BAR * done / plan.total());
    return "#".repeat(full) + ".".repeat(BAR - full);
  }

  void clear() {
    if (terminal.moving()) {
      terminal.redraw("");
    }
  }

  void summary() {
    begin();
    LoadTally tally = run.tally();
    double seconds = run.seconds();
    line("answered", terminal.good(String.valueOf(tally.answered())));
    line("failed", tally.failed() == 0 ? "0" : terminal.bad(String.valueOf(tally.failed())));
    tally.causes().forEach((cause, count) -> line("", count + "  " + cause));
    line("time", String.format(Locale.ROOT, "%.2f s", seconds));
    line("rate", rate(tally.answered() / seconds));
    if (tally.answered() > 0) {
      line("latency", latency(tally));
    }
    terminal.flush();
  }

  private String rate(double perSecond) {
    double megabytes = perSecond * plan.body().length() / 1e6;
    return String.format(Locale.ROOT, "%.1f requests/s, %.1f MB/s", perSecond, megabytes);
  }

  private static String latency(LoadTally tally) {
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms   p90 %.1f ms   p99 %.1f ms   max %.1f ms",
        tally.millisAt(50),
        tally.millisAt(90),
        tally.millisAt(99),
        tally.millisAt(100));
  }

  private void line(String name, String value) {
    terminal.out().println(String.format("  %-10s", name) + value);
  }
}
