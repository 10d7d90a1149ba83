package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import manor.tutor.workbench.Catalog;
import manor.tutor.workbench.Exercise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final String ID = "modify-interest";

  private final Catalog catalog = Catalog.ofThisProgram();
  private final Exercise exercise = catalog.find(ID).orElseThrow();

  @TempDir private Path home;

  private Path answer(Path work, String text) throws IOException {
    Path file = work.resolve(ID).resolve("Epoll.java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path own(String text) throws IOException {
    return answer(home.resolve("exercises/work"), text);
  }

  private String json(String... more) throws IOException {
    Path file = home.resolve("grades.json");
    String[] args = new String[more.length + 3];
    System.arraycopy(more, 0, args, 1, more.length);
    args[0] = "check";
    args[args.length - 2] = "--json";
    args[args.length - 1] = file.toString();
    Typed.manor(home, args);
    return Files.readString(file);
  }

  @Test
  void aStubIsATaskAndNoPointsAndStatusOne() {
    Typed typed = Typed.manor(home, "check", ID);
    assertAll(
        () -> assertEquals(1, typed.status()),
        () -> assertTrue(typed.out().contains("still to do"), typed.out()),
        () -> assertTrue(typed.out().contains("Write modifyInterest"), typed.out()),
        () -> assertTrue(Files.exists(home.resolve(exercise.workName()))));
  }

  @Test
  void aRightAnswerPassesAndIsRemembered() throws IOException {
    own(catalog.solution(exercise));
    Typed typed = Typed.manor(home, "check", ID);
    assertEquals(0, typed.status(), typed.out());
    assertTrue(typed.out().contains("1 point"), typed.out());
    String progress = Files.readString(home.resolve("exercises/work/progress.txt"));
    assertTrue(progress.contains("modify-interest passed"), progress);
    assertTrue(typed.out().contains("./manor next"), typed.out());
  }

  @Test
  void whereOneExerciseIsWantedAChaptersAreNamed() {
    Typed typed = Typed.manor(home, "next", "chapter2");
    assertTrue(
        typed.err().startsWith("manor next: chapter2 is a chapter; name one of its exercises: mod"),
        typed.err());
  }

  @Test
  void aCompileErrorIsTheCompilersTrimmedToTheStudentsFile() throws IOException {
    String stub = catalog.stub(exercise);
    long line = 1 + stub.lines().takeWhile(given -> !given.contains("throw Todo")).count();
    own(stub.replace("throw Todo", "throwTodo"));
    Typed typed = Typed.manor(home, "check", ID);
    assertEquals(1, typed.status());
    String place = "exercises/work/modify-interest/Epoll.java:" + line + ": ";
    assertTrue(typed.out().contains(place), typed.out());
    assertTrue(typed.out().lines().anyMatch(told -> told.strip().equals("^")), typed.out());
  }

  @Test
  void everyFormTellsThePoints() throws IOException {
    own(catalog.solution(exercise));
    Path junit = home.resolve("junit.xml");
    Path classroom = home.resolve("classroom.json");
    Path gradescope = home.resolve("results.json");
    Typed.manor(
        home,
        "check",
        ID,
        "--junit",
        junit.toString(),
        "--classroom",
        classroom.toString(),
        "--gradescope",
        gradescope.toString());
    assertTrue(Files.readString(junit).contains("tests=\"1\" failures=\"0\""));
    assertTrue(Files.readString(classroom).contains("\"max_score\": " + exercise.points()));
    assertTrue(Files.readString(gradescope).contains("\"score\": " + exercise.points()));
  }

  @Test
  void anExerciseNotBegunEarnsNothing() throws IOException {
    String json = json("chapter2");
    assertTrue(json.contains("\"verdict\": \"not begun\""), json);
    assertTrue(json.contains("\"points\": 0"), json);
  }

  @Test
  void aCourseJudgesEverySubmissionByThisTree() throws IOException {
    Path course = Files.writeString(home.resolve("course.txt"), "# week 3\n" + ID + " 20\n");
    Path all = home.resolve("handed-in");
    answer(all.resolve("ada/exercises/work"), catalog.solution(exercise));
    answer(all.resolve("bob/work"), catalog.stub(exercise));
    answer(all.resolve("cay"), "package manor.epoll; class Epoll {");
    Files.createDirectories(all.resolve("dan/exercises/src/main/exercises/" + ID));
    Files.writeString(all.resolve("bob/work/progress.txt"), ID + " passed\n");
    String json = json("--course", course.toString(), "--submissions", all.toString());
    assertAll(
        () -> assertTrue(json.contains("\"name\": \"ada\",\n      \"points\": 20"), json),
        () -> assertTrue(json.contains("\"name\": \"bob\",\n      \"points\": 0"), json),
        () -> assertTrue(json.contains("\"name\": \"cay\",\n      \"points\": 0"), json),
        () -> assertTrue(json.contains("\"name\": \"dan\",\n      \"points\": 0"), json),
        () -> assertTrue(json.contains("\"verdict\": \"does not compile\""), json));
  }

  @Test
  void aCoursesOwnPointsArePrinted() throws IOException {
    Path course = Files.writeString(home.resolve("course.txt"), ID + " 20\n");
    own(catalog.solution(exercise));
    Typed typed = Typed.manor(home, "check", "--course", course.toString());
    assertTrue(typed.out().contains(ID + "  20 points, "), typed.out());
  }

  @Test
  void aSubmissionThatLinksElsewhereEarnsNothing() throws IOException {
    Path right = Files.writeString(home.resolve("right.java"), catalog.solution(exercise));
    Path file = home.resolve("handed-in/eve/work").resolve(ID).resolve("Epoll.java");
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, right);
    Files.createDirectories(home.resolve("handed-in/fay"));
    Files.createSymbolicLink(home.resolve("handed-in/fay/work"), home.resolve("handed-in/eve"));
    String json = json(ID, "--submissions", home.resolve("handed-in").toString());
    assertTrue(json.contains("\"name\": \"eve\",\n      \"points\": 0"), json);
    assertTrue(json.contains("\"name\": \"fay\",\n      \"points\": 0"), json);
  }

  @Test
  void inOnesOwnTreeLinksAreNotFollowedEither() throws IOException {
    Path right = Files.writeString(home.resolve("right.java"), catalog.solution(exercise));
    Path file = home.resolve(exercise.workName());
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, right);
    Typed typed = Typed.manor(home, "check", ID);
    assertEquals(1, typed.status(), typed.out());
    assertTrue(typed.out().contains("Links are not followed."), typed.out());
  }

  @Test
  void whatElseLiesInTheFolderIsNotUsed() throws IOException {
    Path folder = own(catalog.stub(exercise)).getParent();
    Path processor = folder.resolve("META-INF/services/javax.annotation.processing.Processor");
    Files.createDirectories(processor.getParent());
    Files.writeString(processor, "manor.epoll.Epoll");
    Files.writeString(folder.resolve("exercise.properties"), "tests=none.Such");
    Files.writeString(folder.resolve("junit-platform.properties"), "junit.jupiter.x=y");
    Files.writeString(folder.resolve("ModifyInterestTest.java"), "class ModifyInterestTest { }");
    Files.write(folder.resolve("Epoll.class"), new byte[] {1, 2, 3});
    assertTrue(Typed.manor(home, "check", ID).out().contains("still to do"));
    own(catalog.solution(exercise));
    assertEquals(0, Typed.manor(home, "check", ID).status());
  }

  @Test
  void aMistakeInTheCourseIsNamedByItsLine() throws IOException {
    Path course = Files.writeString(home.resolve("course.txt"), ID + " 20\n\nno-such 3\n");
    Typed typed = Typed.manor(home, "check", "--course", course.toString());
    assertEquals(1, typed.status());
    assertTrue(typed.err().contains("line 3: there is no exercise no-such"), typed.err());
  }

  @Test
  void aMistypedExerciseIsGuessed() {
    Typed typed = Typed.manor(home, "check", "modify-intrest");
    assertEquals(2, typed.status());
    assertTrue(typed.err().contains("did you mean modify-interest?"), typed.err());
  }

  @Test
  void aChapterThatIsNotThereIsAnsweredWithThoseThatAre() {
    Typed typed = Typed.manor(home, "check", "chapter9");
    assertEquals(2, typed.status());
    assertTrue(
        typed.err().startsWith("manor check: there is no chapter 'chapter9'; there are chapter1-"),
        typed.err());
  }

  @Test
  void aVerdictOfOtherSourcesThanTheCoursesSaysSo() throws IOException {
    Path course = Files.writeString(home.resolve("course.txt"), ID + "\ngrader sha256:0000\n");
    own(catalog.solution(exercise));
    Typed typed = Typed.manor(home, "check", "--course", course.toString());
    assertTrue(typed.out().contains("Judged by other sources than the course's"), typed.out());
    assertTrue(json("--course", course.toString()).contains("\"as_course\": false"));
  }

  @Test
  void aFolderThatIsMissingIsToldOfBeforeAnybodyIsJudged() throws IOException {
    own(catalog.solution(exercise));
    Path folder = home.toAbsolutePath().resolve("gone");
    Typed typed = Typed.manor(home, "check", ID, "--json", folder.resolve("a.json").toString());
    assertEquals(1, typed.status());
    assertEquals(
        "manor check: there is no folder " + folder + " to write the verdicts into",
        typed.err().strip());
    assertEquals("", typed.out());
    Typed itself = Typed.manor(home, "check", ID, "--junit", home.toString());
    assertTrue(itself.err().contains("is a folder; name a file"), itself.err());
  }

  @Test
  void compileErrorsStandApartAndNameTypesAsJavacDoes() throws IOException {
    String wrong = "String text = 1;\n    String word = 2;\n    throw Todo";
    own(catalog.stub(exercise).replace("throw Todo", wrong));
    String told = Typed.manor(home, "check", ID).out();
    assertTrue(told.matches("(?s).*int cannot\\s+be converted to String.*"), told);
    assertTrue(told.contains("^\n\n  exercises/work/modify-interest/Epoll.java:"), told);
  }
}
