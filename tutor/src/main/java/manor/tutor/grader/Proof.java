package manor.tutor.grader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import manor.tutor.workbench.BrokenExerciseException;
import manor.tutor.workbench.Catalog;
import manor.tutor.workbench.Exercise;

/**
 * Shows that an exercise is sound: its stub compiles and fails with words of its own, its solution
 * passes, again and again, and each of its wrong answers compiles and fails in the recorded test
 * with the recorded words. One thread.
 */
public final class Proof {
  private static final int WRONG_ANSWERS = 3;
  private static final int LEAST_HINTS = 3;
  private static final int MOST_HINTS = 4;
  private static final int ANEW = 5;
  private static final String STUB = "stub";

  private final Catalog catalog;
  private final Grader grader;
  private final List<String> complaints = new ArrayList<>();

  /** A proof of some of the catalog's exercises. */
  public Proof(Catalog catalog, Grader grader) {
    this.catalog = catalog;
    this.grader = grader;
  }

  /**
   * Looks at everything there is of one exercise.
   *
   * @param times how often the solution has to pass
   * @return what is wrong, nothing if it is sound
   */
  public List<String> complaints(Exercise exercise, int times) {
    complaints.clear();
    try {
      texts(exercise);
      check(exercise, STUB, catalog.stub(exercise));
      for (String name : catalog.wrongAnswers(exercise)) {
        check(exercise, name, catalog.wrongAnswer(exercise, name));
      }
      solution(exercise, times);
    } catch (BrokenExerciseException broken) {
      complain(exercise, broken.getMessage());
    }
    return List.copyOf(complaints);
  }

  /** Whether the solution passes: nothing if it does. */
  public List<String> ofSolution(Exercise exercise) {
    complaints.clear();
    solution(exercise, 1);
    return List.copyOf(complaints);
  }

  private void texts(Exercise exercise) {
    int hints = catalog.hints(exercise).size();
    need(exercise, hints >= LEAST_HINTS && hints <= MOST_HINTS, "has " + hints + " hints, not 3-4");
    int wrong = catalog.wrongAnswers(exercise).size();
    need(exercise, wrong >= WRONG_ANSWERS, "has " + wrong + " wrong answers, not 3 or more");
    need(exercise, exercise.points() > 0, "earns no points");
    need(exercise, exercise.order() / 100 == exercise.chapter(), "order is not chapter * 100 + n");
    catalog
        .task(exercise)
        .lines()
        .filter(line -> line.length() > 76)
        .forEach(line -> complain(exercise, "task.txt has a line of more than 76: " + line));
  }

  /** A few runs each with classes of its own, and then many with the same. */
  private void solution(Exercise exercise, int times) {
    String solution = catalog.solution(exercise);
    for (int i = 1; i <= Math.min(times, ANEW); i++) {
      Verdict verdict = i == 1 ? grader.judge(exercise, solution) : grader.again(exercise, 1);
      if (!verdict.isPassed()) {
        complain(exercise, "the solution fails in run " + i + ": " + told(verdict));
        return;
      }
    }
    if (times <= ANEW) {
      return;
    }
    Verdict many = grader.again(exercise, times - ANEW);
    if (!many.isPassed()) {
      complain(exercise, "the solution fails in one of " + times + " runs: " + told(many));
    }
  }

  private void check(Exercise exercise, String name, String text) {
    String told = told(grader.judge(exercise, text));
    String recorded = catalog.expected(exercise, name).orElse("").strip();
    if (told.startsWith(Judgement.PASSED.words())) {
      complain(exercise, name + " passes");
    } else if (!told.contains("#")) {
      complain(exercise, name + " does not reach a test: " + told);
    } else if (recorded.isEmpty()) {
      complain(exercise, name + " is not recorded (./manor prove --record); it says:\n" + told);
    } else if (!recorded.equals(told)) {
      complain(exercise, name + " says:\n" + told + "\nand not, as recorded:\n" + recorded);
    }
  }

  /** What is recorded of an answer: the test that it fails in, and then what the student reads. */
  private static String told(Verdict verdict) {
    String test = verdict.test().isEmpty() ? verdict.judgement().words() : verdict.shortTest();
    return (test + "\n" + verdict.message()).strip();
  }

  /**
   * Writes down what the stub and the wrong answers say now.
   *
   * @param folder where the exercise's own files are
   */
  public void record(Exercise exercise, Path folder) throws IOException {
    record(folder, STUB, grader.judge(exercise, catalog.stub(exercise)));
    for (String name : catalog.wrongAnswers(exercise)) {
      record(folder, name, grader.judge(exercise, catalog.wrongAnswer(exercise, name)));
    }
  }

  private static void record(Path folder, String name, Verdict verdict) throws IOException {
    Path file = folder.resolve(Catalog.expectedFile(name));
    Files.write(file, (told(verdict) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void need(Exercise exercise, boolean holds, String otherwise) {
    if (!holds) {
      complain(exercise, otherwise);
    }
  }

  private void complain(Exercise exercise, String message) {
    complaints.add(exercise.id() + ": " + message);
  }
}
