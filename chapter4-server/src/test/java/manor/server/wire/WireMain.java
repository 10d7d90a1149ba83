package manor.server.wire;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;

/**
 * Puts the corpus to any server: {@code WireMain host:port [--mode whole|byte|cut|fin|rst|all]
 * [--filter text] [--strict]}. With {@code --strict} only the best outcome of each case counts. The
 * exit status is 0 if every case passed.
 */
public final class WireMain {
  private String mode = "whole";
  private String filter = "";
  private boolean strict;
  private InetSocketAddress server;

  private WireMain() {}

  /** Runs the corpus and prints what happened. */
  public static void main(String[] args) {
    WireMain main = new WireMain();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--mode" -> main.mode = args[++i].toUpperCase(Locale.ROOT);
        case "--filter" -> main.filter = args[++i];
        case "--strict" -> main.strict = true;
        default -> main.server = address(args[i]);
      }
    }
    if (main.server == null) {
      System.err.println(
          "usage: WireMain host:port [--mode whole|byte|cut|fin|rst|all] [--filter text]"
              + " [--strict]");
      System.exit(2);
    }
    System.exit(main.run() ? 0 : 1);
  }

  static InetSocketAddress address(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    int port = Integer.parseInt(hostAndPort.substring(colon + 1));
    return new InetSocketAddress(hostAndPort.substring(0, colon), port);
  }

  private boolean run() {
    List<WireMode.Kind> kinds =
        mode.equals("ALL")
            ? List.of(WireMode.Kind.values())
            : List.of(WireMode.Kind.valueOf(mode.toUpperCase(Locale.ROOT)));
    WireReport report = new WireReport(System.out);
    try (WireRun run = new WireRun(server)) {
      for (WireCase wire : WireCorpus.load()) {
        if (wire.name().contains(filter)) {
          kinds.forEach(kind -> report.add(run.judge(strict ? wire.strict() : wire, kind)));
        }
      }
    }
    report.table(kinds);
    return report.allPassed();
  }
}
