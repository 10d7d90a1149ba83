package manor.tutor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import manor.tutor.grader.Grader;
import manor.tutor.grader.Pupils;
import manor.tutor.grader.Verdict;
import manor.tutor.grades.CourseFile;
import manor.tutor.grades.Grade;
import manor.tutor.grades.GradeForms;
import manor.tutor.grades.GraderSources;
import manor.tutor.grades.Grades;
import manor.tutor.grades.HandIn;
import manor.tutor.grades.SubmissionFolders;
import manor.tutor.workbench.Exercise;
import manor.tutor.workbench.Progress.Mark;
import manor.tutor.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code manor check}: verdicts. */
@Command(
    name = "check",
    sortOptions = false,
    description = {
      "Judges your answers. The exit status is 0 only if all of them passed.",
      "With --submissions it is 0 if all of them were judged.",
      "Of your files only those that the exercises name are used; the tests come",
      "from the build."
    },
    footer = {
      "",
      "Examples:",
      "  ./manor check                        the exercise you are at",
      "  ./manor check modify-interest        another one",
      "  ./manor check chapter2               a chapter; or: all",
      "  ./manor check --course networks.txt --submissions handed-in --json grades.json",
      "                                       a course: see exercises/README.md"
    })
final class CheckCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID|chapterN|all",
      description = "What to judge. Default: the exercise you are at.")
  private String what;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the verdicts as JSON.")
  private Path json;

  @Option(names = "--junit", paramLabel = "FILE", description = "... as JUnit writes them.")
  private Path junit;

  @Option(names = "--classroom", paramLabel = "FILE", description = "... for GitHub Classroom.")
  private Path classroom;

  @Option(names = "--gradescope", paramLabel = "FILE", description = "... for Gradescope.")
  private Path gradescope;

  @Option(
      names = "--course",
      paramLabel = "FILE",
      description = "Judge what a course asks for: a line for each exercise, ID POINTS.")
  private Path course;

  @Option(
      names = "--submissions",
      paramLabel = "DIR",
      description = "Judge others' work: a folder for each student, in this one.")
  private Path submissions;

  @Option(names = "--seal", description = "Print the digest of what judges here, and nothing else.")
  private boolean seal;

  private Workbench bench;
  private CheckPrinter printer;

  @Override
  public Integer call() throws IOException {
    if (seal) {
      main.terminal().out().println("grader " + new GraderSources(main.home()).seal("").digest());
      return 0;
    }
    bench = ExerciseNamed.open(main);
    printer = new CheckPrinter(main.terminal());
    CourseFile asked = asked();
    Stream.of(json, junit, classroom, gradescope).filter(Objects::nonNull).forEach(GradeFile::new);
    try (Grader grader = new Grader(bench.catalog(), new Pupils(Pupils.Keeping.FRESH))) {
      return submissions == null ? own(grader, asked) : others(grader, asked);
    }
  }

  private CourseFile asked() {
    if (course != null && what != null) {
      throw new ParameterException(spec.commandLine(), "either a course or " + what + ", not both");
    }
    if (course != null) {
      try {
        return CourseFile.read(course, bench.catalog());
      } catch (NoSuchFileException missing) {
        throw new Refusal("there is no course " + course);
      } catch (IOException wrong) {
        throw new Refusal("cannot read the course: " + wrong.getMessage());
      }
    }
    Map<Exercise, Integer> points = new LinkedHashMap<>();
    chosen().forEach(exercise -> points.put(exercise, exercise.points()));
    return new CourseFile(points, "");
  }

  private List<Exercise> chosen() {
    if (what == null) {
      return submissions == null ? List.of(bench.current()) : bench.catalog().all();
    }
    if (what.equals("all")) {
      return bench.catalog().all();
    }
    Optional<Chapter> chapter = Chapter.named(what);
    if (chapter.isPresent()) {
      return bench.catalog().ofChapter(chapter.get().ordinal() + 1);
    }
    return List.of(ExerciseNamed.named(bench, what, spec));
  }

  private int own(Grader grader, CourseFile asked) throws IOException {
    boolean one = asked.points().size() == 1;
    if (one && course == null && Chapter.named(String.valueOf(what)).isEmpty()) {
      bench.sheets().ensure(asked.points().keySet().iterator().next());
    }
    List<Grade> grades = new ArrayList<>();
    for (Map.Entry<Exercise, Integer> entry : asked.points().entrySet()) {
      Path file = bench.sheets().file(entry.getKey());
      Verdict verdict = HandIn.of(bench.sheets().folder(), file).judge(grader, entry.getKey());
      Grade grade = new Grade(verdict, entry.getValue());
      printer.show(grade, one);
      remember(verdict);
      grades.add(grade);
    }
    Grades all = new Grades("", grades);
    GraderSources.Seal found = new GraderSources(main.home()).seal(asked.seal());
    printer.summarise(all, one);
    printer.warn(found);
    new GradeFile(json).write(GradeForms.json(all, found));
    new GradeFile(junit).write(GradeForms.junit(all));
    new GradeFile(classroom).write(GradeForms.classroom(all));
    new GradeFile(gradescope).write(GradeForms.gradescope(all));
    return all.allPassed() ? 0 : 1;
  }

  private void remember(Verdict verdict) throws IOException {
    if (verdict.isPassed()) {
      bench.progress().add(verdict.exercise(), Mark.PASSED);
    }
  }

  private int others(Grader grader, CourseFile asked) throws IOException {
    if (junit != null || classroom != null || gradescope != null) {
      throw new ParameterException(
          spec.commandLine(), "with --submissions the verdicts are written by --json only");
    }
    if (!Files.isDirectory(submissions)) {
      throw new Refusal("there is no folder " + submissions);
    }
    List<Grades> all = new ArrayList<>();
    for (Path student : SubmissionFolders.in(submissions)) {
      all.add(student(grader, asked, student));
      printer.line(all.get(all.size() - 1));
    }
    if (all.isEmpty()) {
      throw new Refusal(submissions + " holds no folders");
    }
    GraderSources.Seal found = new GraderSources(main.home()).seal(asked.seal());
    new GradeFile(json).write(GradeForms.json(all, found));
    printer.end(all.size(), json);
    printer.warn(found);
    return 0;
  }

  private static Grades student(Grader grader, CourseFile asked, Path student) {
    List<Grade> grades = new ArrayList<>();
    for (Map.Entry<Exercise, Integer> entry : asked.points().entrySet()) {
      HandIn found = SubmissionFolders.find(student, entry.getKey());
      grades.add(new Grade(found.judge(grader, entry.getKey()), entry.getValue()));
    }
    return new Grades(student.getFileName().toString(), grades);
  }
}
