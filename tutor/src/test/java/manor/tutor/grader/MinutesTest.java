package manor.tutor.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import manor.tutor.pupil.PupilWord;
import manor.tutor.pupil.PupilWord.Kind;
import manor.tutor.workbench.Catalog;
import manor.tutor.workbench.Exercise;
import org.junit.jupiter.api.Test;

/** What is concluded from the other JVM's words: it is not enough that it does not complain. */
class MinutesTest {
  private static final String OWN = "manor.exercises.modifyinterest.ModifyInterestTest#one";
  private static final String CHAPTERS = "manor.epoll.EpollTest#two";

  private final Exercise exercise = Catalog.ofThisProgram().find("modify-interest").orElseThrow();
  private final Minutes minutes = new Minutes(exercise, List.of(OWN, CHAPTERS));

  private void hears(Kind kind, String... texts) {
    minutes.accept(new PupilWord(kind, List.of(texts)));
  }

  private Judgement concludes(PupilEnd end) {
    return minutes.verdict(end).judgement();
  }

  @Test
  void allTestsPassed() {
    hears(Kind.PASSED, OWN);
    hears(Kind.PASSED, CHAPTERS);
    assertEquals(Judgement.PASSED, concludes(PupilEnd.CLEAN));
  }

  @Test
  void noTestRan() {
    assertEquals(Judgement.NO_VERDICT, concludes(PupilEnd.CLEAN));
  }

  @Test
  void oneTestIsMissing() {
    hears(Kind.PASSED, OWN);
    assertEquals(Judgement.NO_VERDICT, concludes(PupilEnd.CLEAN));
  }

  @Test
  void theExercisesOwnTestsMayNotBeSkipped() {
    hears(Kind.SKIPPED, OWN, "why not");
    hears(Kind.PASSED, CHAPTERS);
    assertEquals(Judgement.NO_VERDICT, concludes(PupilEnd.CLEAN));
  }

  @Test
  void aChaptersTestMayBeSkippedWhereItCannotRun() {
    hears(Kind.PASSED, OWN);
    hears(Kind.SKIPPED, CHAPTERS, "needs Linux");
    assertEquals(Judgement.PASSED, concludes(PupilEnd.CLEAN));
  }

  @Test
  void aJvmThatIsGoneHasNotPassed() {
    hears(Kind.PASSED, OWN);
    hears(Kind.PASSED, CHAPTERS);
    assertEquals(Judgement.NO_VERDICT, concludes(PupilEnd.GONE));
    assertEquals(Judgement.OUT_OF_MEMORY, concludes(PupilEnd.OUT_OF_MEMORY));
    assertEquals(Judgement.STUCK, concludes(PupilEnd.SILENT));
  }

  @Test
  void aFailureIsNotTakenBackByWhatComesAfterIt() {
    hears(Kind.FAILED, OWN, "assertion", "wrong", "", "");
    hears(Kind.PASSED, OWN);
    hears(Kind.PASSED, CHAPTERS);
    assertEquals(Judgement.FAILED, concludes(PupilEnd.CLEAN));
    assertEquals("wrong", minutes.verdict(PupilEnd.CLEAN).message());
  }
}
