package manor.tutor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import manor.tutor.grader.Grader;
import manor.tutor.grader.Verdict;
import manor.tutor.grades.HandIn;
import manor.tutor.workbench.Exercise;
import manor.tutor.workbench.Progress.Mark;
import manor.tutor.workbench.Workbench;

/**
 * A student at work: judges the file at every save, and answers to keys. It goes on to another
 * exercise only when the student says so. One thread.
 */
final class Watching {
  private static final long LOOK_EVERY_MILLIS = 25;
  private static final char NONE = 0;
  private static final char END_OF_TEXT = 3; // what Ctrl-C sends where it is no signal
  private static final char END_OF_TRANSMISSION = 4; // Ctrl-D

  private final Workbench bench;
  private final Grader grader;
  private final WatchView view;
  private final WatchPages pages;
  private final Path home;
  private Exercise exercise;
  private SavedFile file;
  private Verdict verdict;
  private boolean untouched;
  private char asked = NONE;
  private Supplier<WatchPage> showing;
  private boolean over;

  Watching(Workbench bench, Grader grader, WatchView view, Terminal terminal, Path home) {
    this.bench = bench;
    this.grader = grader;
    this.view = view;
    this.home = home;
    this.pages = new WatchPages(terminal, bench, view);
    this.exercise = bench.current();
  }

  /** Watches until the student has had enough. */
  void run(WatchKeys keys) throws IOException, InterruptedException {
    begin(exercise);
    while (!over) {
      char key = keys.next(LOOK_EVERY_MILLIS);
      if (key != NONE) {
        pressed(Character.toLowerCase(key));
      }
      if (file.changed()) {
        judge();
      } else if (view.isStale()) {
        view.renew(showing.get());
      }
    }
  }

  private void begin(Exercise chosen) throws IOException {
    exercise = chosen;
    file = new SavedFile(bench.sheets().ensure(chosen));
    bench.progress().goTo(chosen);
    view.begin(pages.task(chosen));
    judge();
  }

  /** Judges what is saved now; and again, if it was saved once more meanwhile. */
  private void judge() throws IOException {
    view.busy();
    do {
      HandIn found = read();
      untouched = found.text().filter(bench.catalog().stub(exercise)::equals).isPresent();
      verdict = found.judge(grader, exercise);
    } while (file.changed());
    if (verdict.isPassed()) {
      bench.progress().add(exercise, Mark.PASSED);
    }
    showVerdict();
  }

  /** A file that is gone is not made again: it may be on its way from an editor. */
  private HandIn read() {
    return HandIn.of(bench.sheets().folder(), bench.sheets().file(exercise));
  }

  private void showVerdict() {
    asked = NONE;
    show(() -> untouched ? pages.untouched(verdict) : pages.verdict(verdict));
  }

  /** What is shown is made anew when its room changes. */
  private void show(Supplier<WatchPage> page) {
    showing = page;
    view.show(page.get());
  }

  private void pressed(char key) throws IOException {
    char before = asked;
    asked = NONE;
    switch (key) {
      case 'h' -> hint();
      case 'n' -> next(before == 'n');
      case 'l' -> show(() -> pages.list(exercise));
      case 'b' -> show(() -> pages.book(exercise, home));
      case 't' -> show(() -> pages.task(exercise));
      case 's' -> show(() -> pages.solution(exercise));
      case 'r' -> ask('r', () -> pages.askReset(exercise));
      case 'y' -> reset(before == 'r');
      case 'm' -> view.more();
      case WatchKeys.UP -> view.scroll(-1);
      case WatchKeys.DOWN -> view.scroll(1);
      case WatchKeys.PAGE_UP -> view.scroll(-view.height());
      case WatchKeys.PAGE_DOWN -> view.scroll(view.height());
      case 'q', END_OF_TEXT, END_OF_TRANSMISSION -> over = true;
      case '\r', '\n', ' ' -> judge();
      default -> showVerdict();
    }
  }

  private void ask(char key, Supplier<WatchPage> question) {
    asked = key;
    show(question);
  }

  private void hint() throws IOException {
    List<String> hints = bench.catalog().hints(exercise);
    int seen = Math.min(hints.size(), bench.progress().of(exercise).hints() + 1);
    bench.progress().add(exercise, Mark.hints(seen));
    show(() -> pages.hints(exercise, hints, seen));
  }

  private void next(boolean confirmed) throws IOException {
    Optional<Exercise> next = bench.nextOpen(exercise);
    if (next.isEmpty()) {
      show(() -> pages.last(exercise));
    } else if (bench.isOpen(exercise) && !confirmed) {
      ask('n', () -> pages.askSkip(exercise, next.get()));
    } else {
      begin(next.get());
    }
  }

  private void reset(boolean confirmed) throws IOException {
    if (!confirmed) {
      showVerdict();
      return;
    }
    view.busy();
    Path kept = home.relativize(bench.sheets().reset(exercise));
    file.changed();
    verdict = read().judge(grader, exercise);
    untouched = true;
    show(() -> pages.afterReset(verdict, kept));
  }

  /** The verdict on what was saved last. */
  Verdict verdict() {
    return verdict;
  }
}
