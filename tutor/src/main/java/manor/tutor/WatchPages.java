package manor.tutor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import manor.tutor.grader.Judgement;
import manor.tutor.grader.Verdict;
import manor.tutor.workbench.Exercise;
import manor.tutor.workbench.Workbench;

/** Composes what a watch shows. */
final class WatchPages {
  private static final int READABLE = 100; // longer lines of prose are hard to read
  private static final int ABOVE = 7; // so many exercises stand above the one you are at

  private final Terminal terminal;
  private final Workbench bench;
  private final WatchView view;

  WatchPages(Terminal terminal, Workbench bench, WatchView view) {
    this.terminal = terminal;
    this.bench = bench;
    this.view = view;
  }

  WatchPage verdict(Verdict verdict) {
    Exercise exercise = verdict.exercise();
    VerdictPage page = new VerdictPage(terminal, view.width());
    List<String> body = new ArrayList<>(List.of(page.headline(verdict), ""));
    if (verdict.isPassed()) {
      body.addAll(passed(exercise));
    } else {
      body.addAll(page.lines(verdict));
    }
    return page(exercise, body, step(verdict));
  }

  /** Nothing has been written yet: the task comes first, and then what the stub says. */
  WatchPage untouched(Verdict verdict) {
    Exercise exercise = verdict.exercise();
    VerdictPage page = new VerdictPage(terminal, view.width());
    List<String> body = new ArrayList<>(prose(bench.catalog().task(exercise)));
    body.add("");
    body.add(page.headline(verdict));
    if (verdict.judgement() != Judgement.TASK) {
      body.add("");
    }
    body.addAll(page.lines(verdict));
    return page(exercise, body, step(verdict));
  }

  private List<String> passed(Exercise exercise) {
    List<String> lines = new ArrayList<>();
    lines.add(terminal.good("That is right. ") + "It holds against every test of this exercise.");
    lines.add("");
    lines.add("s shows how the house does it; b leads to the page in the book.");
    if (bench.firstOpen().isEmpty()) {
      lines.add("");
      lines.addAll(allDone());
    }
    return lines;
  }

  private List<String> allDone() {
    return List.of(
        "You have passed all " + bench.catalog().all().size() + ", from one call to a runtime.",
        "",
        "  ./manor explore    the runtime in every order of threads, wakes and events",
        "  ./manor simulate   the server in a thousand simulated worlds",
        "  ./manor bench      what a request costs, here, in C and elsewhere");
  }

  private String step(Verdict verdict) {
    Exercise exercise = verdict.exercise();
    if (verdict.isPassed()) {
      return bench
          .nextOpen(exercise)
          .map(next -> "Press " + terminal.strong("n") + " to go on: " + next.title())
          .orElse(terminal.good("All exercises are passed. ") + "You have built the house.");
    }
    if (verdict.judgement() == Judgement.MISSING && verdict.message().isEmpty()) {
      return "The file is gone. " + terminal.strong("r") + " begins anew.";
    }
    return "Edit and save " + terminal.strong(exercise.workName());
  }

  WatchPage task(Exercise exercise) {
    return page(exercise, prose(bench.catalog().task(exercise)), back());
  }

  private List<String> prose(String text) {
    return Paragraphs.fit(text, Math.min(READABLE, view.width()));
  }

  WatchPage hints(Exercise exercise, List<String> hints, int seen) {
    List<String> body = new ArrayList<>();
    for (int i = seen - 1; i >= 0; i--) {
      if (!body.isEmpty()) {
        body.add("");
      }
      body.add(terminal.strong("Hint " + (i + 1) + " of " + hints.size()));
      body.addAll(prose(hints.get(i)));
    }
    boolean more = seen < hints.size();
    return page(
        exercise, body, (more ? "h shows the next hint. " : "That was the last hint. ") + back());
  }

  WatchPage list(Exercise here) {
    List<String> body = new ArrayList<>();
    for (Exercise exercise : bench.catalog().all()) {
      String mark = ListCommand.sign(terminal, bench.progress().of(exercise));
      String id = String.format("%-20s", exercise.id());
      boolean isHere = exercise.equals(here);
      body.add(
          (isHere ? terminal.strong("> ") : "  ")
              + mark
              + " "
              + exercise.chapter()
              + "  "
              + (isHere ? terminal.strong(id) : id)
              + " "
              + Paragraphs.cut(exercise.title(), view.width() - 30));
    }
    int from = Math.max(0, bench.catalog().placeOf(here) - ABOVE);
    return page(here, body, from, "Go to another: q, then ./manor watch ID. " + back());
  }

  WatchPage book(Exercise exercise, Path home) {
    String folder = "docs-site/target/book/";
    List<String> body = new ArrayList<>();
    body.add("This exercise belongs to:");
    body.add("");
    body.addAll(address("http://127.0.0.1:8000/book/" + exercise.book()));
    body.add("  while ./manor serve runs in another terminal, or");
    body.add("");
    body.addAll(address(folder + exercise.book()));
    if (!Files.exists(home.resolve(folder + "index.html"))) {
      body.add("");
      body.add("The book has not been drawn yet: ./manor book draws it.");
    }
    return page(exercise, body, back());
  }

  /** In one line if it can be, for whoever clicks on it or copies it. */
  private List<String> address(String address) {
    String indent = address.length() + 2 <= view.width() ? "  " : "";
    return Paragraphs.folded(indent + address, view.width()).stream()
        .map(terminal::strong)
        .toList();
  }

  WatchPage solution(Exercise exercise) {
    List<String> body = new ArrayList<>();
    boolean open = bench.isOpen(exercise) && !bench.progress().of(exercise).gaveUp();
    if (open) {
      body.add("The solution is shown once your answer has passed.");
      body.add("Before that: ./manor solution " + exercise.id() + " --give-up");
    } else {
      bench
          .catalog()
          .solutionShown(exercise)
          .lines()
          .forEach(line -> body.addAll(Paragraphs.folded(line, view.width())));
    }
    return page(exercise, body, back());
  }

  WatchPage askReset(Exercise exercise) {
    List<String> body =
        List.of(
            "Put " + exercise.workName() + " back to its beginning?",
            "",
            "What you have written is kept beside it.");
    return page(exercise, body, terminal.strong("y") + " does it, any other key does not.");
  }

  WatchPage askSkip(Exercise exercise, Exercise next) {
    List<String> body =
        List.of(
            exercise.id() + " is still open. You can come back to it whenever you like:",
            "",
            "  ./manor next " + exercise.id(),
            "",
            "After it comes: " + next.title());
    return page(exercise, body, terminal.strong("n") + " once more goes on, any other key stays.");
  }

  WatchPage afterReset(Verdict verdict, Path kept) {
    WatchPage page = untouched(verdict);
    List<String> body = new ArrayList<>(prose("What you had written is kept: " + kept));
    body.add("");
    body.addAll(page.body());
    return new WatchPage(page.top(), page.title(), body, 0, page.next(), page.keys());
  }

  WatchPage last(Exercise exercise) {
    boolean done = bench.firstOpen().isEmpty();
    List<String> body = done ? allDone() : List.of("This is the last one that is open.");
    return page(exercise, body, back());
  }

  private static String back() {
    return "t shows the task, enter runs again.";
  }

  private WatchPage page(Exercise exercise, List<String> body, String next) {
    return page(exercise, body, 0, next);
  }

  private WatchPage page(Exercise exercise, List<String> body, int from, String next) {
    WatchFrame frame = new WatchFrame(terminal, view.width());
    int all = bench.catalog().all().size();
    String top = frame.top(exercise, bench.catalog().placeOf(exercise), bench.passed(), all);
    return new WatchPage(top, frame.title(exercise), body, from, next, frame.keys());
  }
}
