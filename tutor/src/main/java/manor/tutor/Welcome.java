package manor.tutor;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import manor.tutor.workbench.Workbench;

/** The first screen: where you are, and what to type next. */
final class Welcome {
  /** What there is for whoever has passed all exercises. */
  static final String AFTER = "See also ./manor explore, simulate and bench";

  private final Terminal terminal;
  private final Path home;

  Welcome(Terminal terminal, Path home) {
    this.terminal = terminal;
    this.home = home;
  }

  void print() {
    PrintWriter out = terminal.out();
    out.println();
    out.println("  " + terminal.strong("Socket Manor"));
    out.println("  An epoll server and an async runtime in Java, built a room at a time.");
    out.println("  " + terminal.faint("You are in " + home));
    out.println();
    for (Chapter chapter : Chapter.values()) {
      room(chapter);
    }
    out.println();
    line("./manor serve", "start the server of chapter 4");
    line("./manor watch", "do the exercises: a verdict at every save");
    line("./manor load", "upload to the server, from another terminal");
    line("./manor run chapter1", "see a chapter's idea happen");
    line("./manor test chapter1", "run a chapter's tests, as a list of sentences");
    line("./manor book", bookLine());
    out.println();
    out.println("  " + next());
    out.println("  Every command explains itself: ./manor serve --help");
    out.println();
    out.flush();
  }

  /** Whoever is in the middle of the exercises goes on there. */
  private String next() {
    try {
      Workbench bench = Workbench.at(home);
      int all = bench.catalog().all().size();
      if (bench.firstOpen().isEmpty()) {
        return "All " + all + " exercises are passed. " + AFTER;
      }
      if (bench.progress().now().isPresent()) {
        String where = bench.passed() + " of " + all + ", you are at " + bench.current().id();
        return "Next: " + terminal.strong("./manor watch") + " goes on (" + where + ").";
      }
    } catch (IOException unreadable) {
      // The commands that need the progress say what is wrong with it.
    }
    return "Next: type " + terminal.strong("./manor serve") + " and open what it names.";
  }

  private void room(Chapter chapter) {
    String name = String.format("%-18s", chapter.module());
    terminal.out().println("  " + terminal.good(name) + chapter.idea());
  }

  private void line(String typed, String does) {
    String command = String.format("%-24s", typed);
    terminal.out().println("  " + terminal.strong(command) + does);
  }

  private String bookLine() {
    return Files.exists(home.resolve("docs-site/target/book/index.html"))
        ? "draw the book again"
        : "draw the book, to be read in a browser";
  }
}
