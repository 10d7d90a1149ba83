package manor.tutor.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers made to trip up whoever judges them: each gets its verdict, and so does the next. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrapsTest {
  private static final String RIGHT = "control(Linux.EPOLL_CTL_MOD, target, token, interest);";

  private final Attempts attempts = new Attempts("modify-interest");

  @AfterAll
  void endTheOtherJvms() {
    attempts.close();
  }

  private Verdict caught(Judgement end, String body) {
    Verdict verdict = attempts.judgeBody(body);
    assertEquals(end, verdict.judgement(), verdict::message);
    assertEquals(0, verdict.points());
    assertFalse(verdict.message().isBlank());
    assertTrue(attempts.judgeSolution().isPassed(), "the right answer that comes next");
    return verdict;
  }

  static Stream<String> neverEnding() {
    return Stream.of(
        "synchronized (Thread.currentThread()) { while (true) { } }",
        "synchronized (Thread.currentThread()) {"
            + " while (true) { java.util.concurrent.locks.LockSupport.park(); } }",
        "synchronized (System.out) { while (true) { } }",
        "deep(); } void deep() { try { deep(); } finally { deep(); } } void more() {",
        "} static boolean on = true; static { while (on) { } } void more() {",
        "var lock = new java.util.concurrent.locks.StampedLock(); lock.writeLock(); lock.writeLock();",
        "try { java.util.concurrent.TimeUnit.DAYS.sleep(1); } catch (InterruptedException e) { }");
  }

  @ParameterizedTest
  @MethodSource("neverEnding")
  void whatNeverEndsIsStoppedAndItsPlaceIsTold(String body) {
    Verdict verdict = caught(Judgement.STUCK, body);
    assertTrue(verdict.where().get(0).startsWith("Epoll.java:"), verdict::toString);
    assertTrue(verdict.quote().contains(body), verdict::toString);
  }

  @Test
  void anExceptionThatCannotSpeakIsAFailureAllTheSame() {
    caught(
        Judgement.FAILED,
        "throw new Mute(); } static class Mute extends RuntimeException {"
            + " @Override public String getMessage() { throw new IllegalStateException(); } }"
            + " void more() {");
  }

  @Test
  void aMessageWithoutEndIsCut() {
    String body = "throw new IllegalStateException(\"x\".repeat(20_000_000));";
    assertTrue(caught(Judgement.FAILED, body).message().length() < 10_000);
  }

  @Test
  void nothingAnAnswerSaysMovesTheCursor() {
    String sly = "\\033[2J\\033[H\\rok modify-interest  5 points\\b";
    Verdict said = caught(Judgement.FAILED, "throw new IllegalStateException(\"" + sly + "\");");
    assertFalse(said.message().chars().anyMatch(TrapsTest::moves), said::message);
    Verdict printed = caught(Judgement.FAILED, "System.out.print(\"" + sly + "\");");
    assertTrue(printed.printed().contains("5 points"));
    assertFalse(printed.printed().chars().anyMatch(TrapsTest::moves), printed::printed);
    Verdict source = attempts.judgeBody("String s = \"\033[2J\" nonsense");
    assertFalse(source.message().chars().anyMatch(TrapsTest::moves), source::message);
  }

  private static boolean moves(int character) {
    return Character.isISOControl(character) && character != '\n';
  }

  @Test
  void theNextRunIsNotInAnotherCountry() {
    String there = "java.util.Locale.forLanguageTag(\"ar-EG-u-nu-arab\")";
    attempts.judgeBody("java.util.Locale.setDefault(" + there + ");");
    Verdict next = attempts.judgeBody("throw new IllegalStateException(String.format(\"%d\", 7));");
    assertTrue(next.message().endsWith(": 7"), next::message);
  }

  @Test
  void memoryOutsideOfTheHeapHasAnEndToo() {
    caught(
        Judgement.FAILED,
        "java.util.List<java.nio.ByteBuffer> all = new java.util.ArrayList<>();"
            + " while (true) { all.add(java.nio.ByteBuffer.allocateDirect(1 << 24)); }");
  }

  @Test
  void aTextThatTheCompilerGetsLostInDoesNotCompile() {
    String nested = "(".repeat(200_000) + "1" + ")".repeat(200_000);
    Verdict verdict = caught(Judgement.NOT_COMPILED, "int x = " + nested + ";");
    assertTrue(verdict.message().contains("nested too deeply"), verdict::message);
  }

  /** Keeps the rules when it is asked about the rules, and breaks them afterwards. */
  @Test
  void anAnswerIsAskedForOnce() {
    String letter = "POST /garden HTTP/1.1\\r\\nHost: m\\r\\n%s\\r\\n\\r\\n";
    String sly =
        "times++; return times == 3 ? \"GET /treasury HTTP/1.1\\r\\n\\r\\n\" : times == 4 ? \""
            + letter.formatted("Content-Length: x")
            + "\" : \""
            + letter.formatted("Content-Length: 00")
            + "\"; } static int times; static void more() {";
    try (Attempts smuggle = new Attempts("smuggle")) {
      Verdict verdict = smuggle.judge(fileOf(smuggle, sly));
      assertEquals(Judgement.FAILED, verdict.judgement(), verdict::message);
    }
  }

  private static String fileOf(Attempts attempts, String body) {
    String packageName = attempts.exercise().packageName();
    return "package "
        + packageName
        + "; final class SmuggledLetter { static String bytes() {"
        + body
        + "} }";
  }

  @Test
  void aSolutionThatPrintsIsRight() {
    Verdict verdict = attempts.judgeBody("System.out.println(\"here\"); " + RIGHT);
    assertTrue(verdict.isPassed(), verdict::message);
  }

  @Test
  void aMistakeThatWasFoundIsNotUndoneByCatchingIt() {
    String tooMuch = "to.write(letter, out, left() + 1);";
    String swallowed =
        "try { try { "
            + tooMuch
            + " } finally { Integer.parseInt(\"x\"); } }"
            + " catch (NumberFormatException e) { }"
            + " while (left() > 0) {"
            + "   int count = to.write(letter, out, left());"
            + "   if (count == Fd.WOULD_BLOCK) { return false; }"
            + "   out += count; }"
            + " return true;";
    try (Attempts courier = new Attempts("write-all")) {
      Verdict verdict = courier.judgeBody(swallowed);
      assertEquals(Judgement.FAILED, verdict.judgement());
      assertTrue(verdict.message().contains("its memory has"), verdict::message);
    }
  }

  @Test
  void whoeverTidiesUpAndThrowsAgainHasSwallowedNothing() {
    String tidy =
        "try { " + RIGHT + " } catch (Exception | Error failed) { event.size(); throw failed; }";
    assertTrue(attempts.judgeBody(tidy).isPassed());
  }
}
