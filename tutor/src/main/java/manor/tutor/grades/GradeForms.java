package manor.tutor.grades;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import manor.tutor.grader.Verdict;

/** Grades in the forms that others read. */
public final class GradeForms {
  private GradeForms() {}

  /** The house's own form: one student's work. */
  public static String json(Grades grades, GraderSources.Seal seal) {
    Map<String, Object> file = head(seal);
    file.putAll(student(grades));
    return JsonForm.of(file);
  }

  /** The house's own form: a course. */
  public static String json(List<Grades> course, GraderSources.Seal seal) {
    Map<String, Object> file = head(seal);
    file.put("submissions", course.stream().map(GradeForms::student).toList());
    return JsonForm.of(file);
  }

  private static Map<String, Object> head(GraderSources.Seal seal) {
    Map<String, Object> grader = new LinkedHashMap<>();
    grader.put("digest", seal.digest());
    grader.put("as_committed", seal.asCommitted());
    grader.put("as_course", seal.asCourse());
    grader.put("changed", seal.changed());
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("version", 1);
    file.put("grader", grader);
    return file;
  }

  private static Map<String, Object> student(Grades grades) {
    Map<String, Object> student = new LinkedHashMap<>();
    if (!grades.name().isEmpty()) {
      student.put("name", grades.name());
    }
    student.put("points", grades.points());
    student.put("of", grades.of());
    student.put("exercises", grades.grades().stream().map(GradeForms::exercise).toList());
    return student;
  }

  private static Map<String, Object> exercise(Grade grade) {
    Verdict verdict = grade.verdict();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", grade.id());
    map.put("chapter", verdict.exercise().chapter());
    map.put("title", verdict.exercise().title());
    map.put("points", grade.points());
    map.put("of", grade.of());
    map.put("passed", verdict.isPassed());
    map.put("verdict", verdict.judgement().words());
    map.put("test", verdict.shortTest());
    map.put("message", verdict.message());
    map.put("where", verdict.where());
    map.put("line", verdict.quote());
    map.put("calls", verdict.calls());
    map.put("tests_passed", verdict.passed());
    map.put("millis", verdict.millis());
    return map;
  }

  /** What GitHub Classroom's grading reporter reads of a runner. */
  public static String classroom(Grades grades) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("version", 1);
    file.put("status", grades.allPassed() ? "pass" : "fail");
    file.put("max_score", grades.of());
    file.put("tests", grades.grades().stream().map(GradeForms::classroomTest).toList());
    return JsonForm.of(file);
  }

  private static Map<String, Object> classroomTest(Grade grade) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", grade.id());
    map.put("status", grade.verdict().isPassed() ? "pass" : "fail");
    map.put("score", grade.points());
    map.put("max_score", grade.of());
    map.put("message", said(grade.verdict()));
    map.put("test_code", "./manor check " + grade.id());
    map.put("filename", grade.verdict().exercise().workName());
    map.put("execution_time", grade.verdict().millis() + "ms");
    return map;
  }

  /** What Gradescope reads as {@code results.json}. */
  public static String gradescope(Grades grades) {
    long millis = grades.grades().stream().mapToLong(grade -> grade.verdict().millis()).sum();
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("score", grades.points());
    file.put("execution_time", millis / 1000.0);
    file.put("visibility", "visible");
    file.put("stdout_visibility", "hidden");
    file.put("tests", grades.grades().stream().map(GradeForms::gradescopeTest).toList());
    return JsonForm.of(file);
  }

  private static Map<String, Object> gradescopeTest(Grade grade) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", grade.id() + ": " + grade.verdict().exercise().title());
    map.put("score", grade.points());
    map.put("max_score", grade.of());
    map.put("status", grade.verdict().isPassed() ? "passed" : "failed");
    map.put("output", said(grade.verdict()));
    map.put("visibility", "visible");
    return map;
  }

  /** What JUnit's many readers read: a case for each exercise. */
  public static String junit(Grades grades) {
    long bad = grades.grades().stream().filter(grade -> !grade.verdict().isPassed()).count();
    String cases =
        grades.grades().stream().map(GradeForms::junitCase).collect(Collectors.joining());
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="Socket Manor" tests="%d" failures="%d" errors="0" skipped="0">
        %s</testsuite>
        """
        .formatted(grades.grades().size(), bad, cases);
  }

  private static String junitCase(Grade grade) {
    Verdict verdict = grade.verdict();
    String head =
        "  <testcase classname=\"manor.%s\" name=\"%s\" time=\"%s\""
            .formatted(verdict.exercise().chapterName(), grade.id(), verdict.millis() / 1000.0);
    return verdict.isPassed()
        ? head + "/>\n"
        : head
            + ">\n    <failure message=\""
            + escaped(verdict.judgement().words())
            + "\">"
            + escaped(said(verdict))
            + "</failure>\n  </testcase>\n";
  }

  private static String said(Verdict verdict) {
    String words = verdict.judgement().words();
    return verdict.message().isEmpty() ? words : words + ": " + verdict.message();
  }

  /** Without the characters that XML 1.0 cannot hold at all. */
  private static String escaped(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "?")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;");
  }
}
