package manor.server.wire;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Collects verdicts, prints the failures as they come and a table at the end. */
final class WireReport {
  private final PrintStream out;
  private final List<WireVerdict> verdicts = new ArrayList<>();

  WireReport(PrintStream out) {
    this.out = out;
  }

  void add(WireVerdict verdict) {
    verdicts.add(verdict);
    if (!verdict.passed()) {
      out.println(verdict);
      out.println();
    }
  }

  boolean allPassed() {
    return verdicts.stream().allMatch(WireVerdict::passed);
  }

  /** A line a group, a column a kind of mode, and two lines of totals. */
  void table(List<WireMode.Kind> kinds) {
    out.printf("%-20s", "group");
    kinds.forEach(kind -> out.printf("%12s", kind));
    out.println();
    for (String group : verdicts.stream().map(one -> one.wire().group()).distinct().toList()) {
      line(group, kinds, one -> one.wire().group().equals(group));
    }
    line("MUST", kinds, one -> one.wire().level() == WireLevel.MUST);
    line("all", kinds, one -> true);
    out.printf("connections that ended in a reset: %d%n", resets());
  }

  private void line(String name, List<WireMode.Kind> kinds, Predicate<WireVerdict> which) {
    out.printf("%-20s", name);
    for (WireMode.Kind kind : kinds) {
      List<WireVerdict> here =
          verdicts.stream().filter(which).filter(one -> one.mode().kind() == kind).toList();
      long passed = here.stream().filter(WireVerdict::passed).count();
      out.printf("%12s", passed + "/" + here.size());
    }
    out.println();
  }

  private long resets() {
    return verdicts.stream()
        .filter(one -> !one.mode().cutsShort() && one.heard().end() == WireEnd.RESET)
        .count();
  }
}
