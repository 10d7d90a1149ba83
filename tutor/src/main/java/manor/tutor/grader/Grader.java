package manor.tutor.grader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import manor.tutor.pupil.PupilMain;
import manor.tutor.pupil.PupilTask;
import manor.tutor.workbench.Catalog;
import manor.tutor.workbench.Exercise;
import manor.tutor.workbench.Layers;

/**
 * From a student's text to a verdict: compile it, look at what it uses, run the tests.
 *
 * <p>All that judges comes from the build: tests, chapters, and the list of tests that have to
 * pass. Of the student comes one text. One thread.
 */
public final class Grader implements AutoCloseable {
  private final Catalog catalog;
  private final Pupils pupils;
  private final StudentCompiler compiler = new StudentCompiler(HouseClasses.jars());
  private final Map<String, AllowList> allowed = new HashMap<>();
  private Map<String, byte[]> last = Map.of();

  /** A grader that closes its JVMs when it is closed. */
  public Grader(Catalog catalog, Pupils pupils) {
    this.catalog = catalog;
    this.pupils = pupils;
  }

  /**
   * The verdict on a student who has handed in no text.
   *
   * @param why if there is something, but no answer; else empty
   */
  public Verdict withoutAnswer(Exercise exercise, String why) {
    return Verdict.early(exercise, Judgement.MISSING, why);
  }

  /** Judges one text. */
  public Verdict judge(Exercise exercise, String source) {
    long start = System.nanoTime();
    pupils.prepare();
    Verdict verdict = look(exercise, source);
    return verdict.of(source, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }

  private AllowList allowListOf(Exercise exercise) {
    return allowed.computeIfAbsent(
        exercise.id(), id -> new AllowList(exercise, HouseClasses.usesOf(exercise.className())));
  }

  private Verdict look(Exercise exercise, String source) {
    AllowList list = allowListOf(exercise);
    Compiled compiled = compiler.compile(exercise, list, source, catalog.solution(exercise));
    if (!compiled.faults().isEmpty()) {
      return notCompiled(exercise, compiled.faults());
    }
    List<Trespass> trespasses = new java.util.ArrayList<>(compiled.trespasses());
    trespasses.addAll(Inspector.trespasses(exercise.className(), compiled.classes(), list));
    if (!trespasses.isEmpty()) {
      return forbidden(exercise, trespasses);
    }
    if (!compiled.classes().containsKey(exercise.className())) {
      String message =
          exercise.workName() + " does not hold the class " + exercise.className() + ".";
      return Verdict.early(exercise, Judgement.NOT_COMPILED, message);
    }
    return run(exercise, compiled.classes(), 1);
  }

  /** Runs the tests of the last attempt again, so many times. */
  Verdict again(Exercise exercise, int rounds) {
    return run(exercise, last, rounds);
  }

  /** Has the house's own solution judged within this JVM: for the class archive. */
  public void rehearse(Exercise exercise) {
    String solution = catalog.solution(exercise);
    AllowList list = allowListOf(exercise);
    Compiled compiled = compiler.compile(exercise, list, solution, solution);
    Inspector.trespasses(exercise.className(), compiled.classes(), list);
    PupilMain.rehearse(task(exercise, compiled.classes(), 1));
  }

  private static PupilTask task(Exercise exercise, Map<String, byte[]> classes, int rounds) {
    return new PupilTask(
        UUID.randomUUID().toString(),
        exercise.className(),
        List.copyOf(Layers.below(exercise.chapter())),
        exercise.tests(),
        rounds,
        classes);
  }

  private Verdict run(Exercise exercise, Map<String, byte[]> classes, int rounds) {
    last = classes;
    PupilTask task = task(exercise, classes, rounds);
    Minutes minutes = new Minutes(exercise, TestNames.of(exercise));
    return minutes.verdict(pupils.run(task, minutes));
  }

  private static Verdict notCompiled(Exercise exercise, List<CompileFault> faults) {
    List<String> texts =
        faults.stream().limit(3).map(fault -> fault.text(exercise.workName())).toList();
    return Verdict.early(
        exercise, Judgement.NOT_COMPILED, told(texts, faults.size() - texts.size()));
  }

  private static Verdict forbidden(Exercise exercise, List<Trespass> trespasses) {
    List<String> texts =
        trespasses.stream().limit(5).map(each -> each.text(exercise.workName())).toList();
    return Verdict.early(
        exercise, Judgement.FORBIDDEN, told(texts, trespasses.size() - texts.size()));
  }

  private static String told(List<String> texts, int more) {
    return String.join("\n\n", texts) + (more > 0 ? "\n\nand " + more + " more" : "");
  }

  @Override
  public void close() {
    pupils.close();
  }
}
