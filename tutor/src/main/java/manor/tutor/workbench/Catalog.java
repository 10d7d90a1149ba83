package manor.tutor.workbench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All exercises, in the order in which they are done, with their texts. Immutable; any thread. */
public final class Catalog {
  private static final String DESCRIPTION = "/exercise.properties";

  private final Stock stock;
  private final Map<String, Exercise> exercises = new LinkedHashMap<>();

  /**
   * Reads every exercise of a stock.
   *
   * @throws BrokenExerciseException if one is not described as it should be
   */
  public Catalog(Stock stock) {
    this.stock = stock;
    stock
        .below("exercises/")
        .filter(name -> name.endsWith(DESCRIPTION))
        .map(name -> ExerciseReader.read(idOf(name), stock.text(name)))
        .sorted(Comparator.comparingInt(Exercise::order).thenComparing(Exercise::id))
        .forEach(exercise -> exercises.put(exercise.id(), exercise));
  }

  private static String idOf(String name) {
    return name.substring("exercises/".length(), name.length() - DESCRIPTION.length());
  }

  /** Those of this program's own jar. */
  public static Catalog ofThisProgram() {
    return new Catalog(Stock.ofThisProgram());
  }

  /** All, in order. */
  public List<Exercise> all() {
    return List.copyOf(exercises.values());
  }

  /** Those of one chapter. */
  public List<Exercise> ofChapter(int chapter) {
    return all().stream().filter(exercise -> exercise.chapter() == chapter).toList();
  }

  /** The exercise of this name. */
  public Optional<Exercise> find(String id) {
    return Optional.ofNullable(exercises.get(id));
  }

  /** Its place among all, from 1. */
  public int placeOf(Exercise exercise) {
    return all().indexOf(exercise) + 1;
  }

  /** The one after it, if it is not the last. */
  public Optional<Exercise> after(Exercise exercise) {
    return all().stream().skip(placeOf(exercise)).findFirst();
  }

  /** What is asked for. */
  public String task(Exercise exercise) {
    return stock.text(exercise.folder() + "task.txt").strip();
  }

  /** From the idea to nearly the code. */
  public List<String> hints(Exercise exercise) {
    return IntStream.rangeClosed(1, 9)
        .mapToObj(number -> stock.find(exercise.hintFile(number)))
        .flatMap(Optional::stream)
        .map(String::strip)
        .toList();
  }

  /** The student's file, before the student has written anything. */
  public String stub(Exercise exercise) {
    return composed(exercise, exercise.isFragment() ? "stub.java" : "stub/" + exercise.fileName());
  }

  /** The student's file, done: for a fragment, the chapter's own. */
  public String solution(Exercise exercise) {
    return exercise.isFragment()
        ? Region.plain(chapterSource(exercise))
        : stock.text(exercise.folder() + "solution/" + exercise.fileName());
  }

  /** What the region holds in the chapter, for a person to read; a whole file as it is. */
  public String solutionShown(Exercise exercise) {
    return exercise.isFragment()
        ? Region.cut(chapterSource(exercise), exercise.region())
        : solution(exercise);
  }

  /** The names of the recorded wrong answers. */
  public List<String> wrongAnswers(Exercise exercise) {
    String folder = exercise.folder() + "wrong/";
    Stream<String> names = stock.below(folder).map(name -> name.substring(folder.length()));
    return names
        .filter(name -> name.endsWith(".java"))
        .map(name -> name.contains("/") ? name.replaceFirst("/.*", "") : dropJava(name))
        .distinct()
        .collect(Collectors.toList());
  }

  private static String dropJava(String name) {
    return name.substring(0, name.length() - ".java".length());
  }

  /** The student's file with a wrong answer in it. */
  public String wrongAnswer(Exercise exercise, String name) {
    String file = exercise.isFragment() ? name + ".java" : name + "/" + exercise.fileName();
    return composed(exercise, "wrong/" + file);
  }

  /** What was recorded of an answer that has to fail: the test that catches it, then its words. */
  public Optional<String> expected(Exercise exercise, String name) {
    return stock.find(exercise.folder() + expectedFile(name));
  }

  /** Where that is recorded, within the exercise's folder; the stub's is called {@code stub}. */
  public static String expectedFile(String name) {
    return (name.equals("stub") ? "" : "wrong/") + name + ".expected";
  }

  private String composed(Exercise exercise, String file) {
    String text = stock.text(exercise.folder() + file);
    return exercise.isFragment()
        ? Region.replaced(chapterSource(exercise), exercise.region(), text)
        : text;
  }

  private String chapterSource(Exercise exercise) {
    return stock.text("chapters/" + exercise.className().replace('.', '/') + ".java");
  }
}
