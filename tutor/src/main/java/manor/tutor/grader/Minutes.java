package manor.tutor.grader;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import manor.tutor.pupil.PupilWord;
import manor.tutor.workbench.Exercise;

/** Takes down what the other JVM says of one run, and concludes. One thread. */
final class Minutes implements Consumer<PupilWord> {
  /** A test of the chapter may fail with its name for all its words: that is told beside. */
  private static final String WORDLESS = "What the test below is named after does not hold.";

  private final Exercise exercise;
  private final List<String> expected;
  private final Set<String> passed = new HashSet<>();
  private final Set<String> skipped = new HashSet<>();
  private PupilWord failed;
  private PupilWord stuck;
  private String test = "";
  private List<String> calls = List.of();
  private String printed = "";

  Minutes(Exercise exercise, List<String> expected) {
    this.exercise = exercise;
    this.expected = expected;
  }

  @Override
  public void accept(PupilWord word) {
    switch (word.kind()) {
      case STARTED -> test = word.text(0);
      case PASSED -> passed.add(word.text(0));
      case SKIPPED -> skipped.add(word.text(0));
      case FAILED -> failed = failed == null ? word : failed;
      case STUCK -> stuck = word;
      case TRAIL -> calls = word.texts();
      case PRINTED -> printed = word.text(0);
      case DONE -> {}
    }
  }

  Verdict verdict(PupilEnd end) {
    if (failed != null) {
      return failure();
    }
    if (stuck != null) {
      return verdict(Judgement.STUCK, stuck.text(0), StuckWords.of(stuck), from(stuck, 3));
    }
    return switch (end) {
      case SILENT -> verdict(Judgement.STUCK, test, StuckWords.SILENT, List.of());
      case OUT_OF_MEMORY -> verdict(Judgement.OUT_OF_MEMORY, test, StuckWords.MEMORY, List.of());
      case GONE -> verdict(Judgement.NO_VERDICT, test, StuckWords.GONE, List.of());
      case CLEAN, SPENT -> conclusion();
    };
  }

  /** Passed, if every test was told of; one may be skipped that is not the exercise's own. */
  private Verdict conclusion() {
    List<String> silent =
        expected.stream()
            .filter(name -> !passed.contains(name))
            .filter(name -> isOwn(name) || !isSkipped(name))
            .toList();
    if (passed.isEmpty() || !silent.isEmpty()) {
      String name = silent.isEmpty() ? "" : silent.get(0);
      return verdict(Judgement.NO_VERDICT, name, "This test did not run: " + name, List.of());
    }
    return verdict(Judgement.PASSED, "", "", List.of());
  }

  private boolean isOwn(String name) {
    return name.startsWith("manor.exercises.");
  }

  private boolean isSkipped(String name) {
    return skipped.contains(name)
        || skipped.stream().anyMatch(each -> name.startsWith(each.replaceFirst("#.*", "#")));
  }

  private Verdict failure() {
    String kind = failed.text(1);
    boolean task = kind.equals("task");
    String message =
        kind.equals("task") || kind.equals("assertion")
            ? failed.text(2)
            : ExceptionWords.of(kind, failed.text(2), exercise);
    String got = compared(failed.text(3), failed.text(4));
    String text = message.isEmpty() ? got : got.isEmpty() ? message : message + "\n" + got;
    text = text.isBlank() ? WORDLESS : text;
    Judgement judgement = task ? Judgement.TASK : Judgement.FAILED;
    return verdict(judgement, failed.text(0), text.stripTrailing(), from(failed, 5));
  }

  private static String compared(String wanted, String got) {
    return wanted.isEmpty() && got.isEmpty()
        ? ""
        : "  expected  " + wanted + "\n  got       " + got;
  }

  private static List<String> from(PupilWord word, int index) {
    List<String> texts = word.texts();
    return texts.subList(Math.min(index, texts.size()), texts.size());
  }

  private Verdict verdict(Judgement judgement, String name, String message, List<String> where) {
    List<String> shown =
        judgement == Judgement.TASK || judgement == Judgement.PASSED ? List.of() : calls;
    return new Verdict(
        exercise, judgement, name, message, where, "", shown, printed, passed.size(), 0);
  }
}
