package manor.tutor.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A student of chapter 5 whose answer hangs or spins is told why, not only that. */
class HangTest {
  private static final String FOREIGN = "boolean foreign = Thread.currentThread() != owner;";

  private static Verdict solutionWith(String id, String old, String changed) {
    try (Attempts attempts = new Attempts(id)) {
      return attempts.judgeSolutionWith(old, changed);
    }
  }

  private static void says(Verdict verdict, String words) {
    assertTrue(verdict.message().replaceAll("\\s+", " ").contains(words), verdict::message);
  }

  @Test
  void ofATaskThatNobodyPollsTheDoctorSaysWhoForgotIt() {
    Verdict verdict = solutionWith("knock", "if (asleep.getAndSet(false)) {", "if (false) {");
    assertEquals(Judgement.FAILED, verdict.judgement(), verdict::message);
    says(verdict, "The doctor: wake lost: task");
    says(verdict, "nobody knocked.");
  }

  @Test
  void ofATaskThatIsPolledForEverTheDoctorSaysThatItSpins() {
    Verdict verdict =
        solutionWith("fair-turn", "      task.run();", "      while (true) { task.run(); }");
    assertEquals(Judgement.STUCK, verdict.judgement(), verdict::message);
    says(verdict, "Your code goes round and round at Executor.java:");
    says(verdict, "The doctor: ");
  }

  @Test
  void aLoopInAnotherThreadIsFoundThere() {
    Verdict verdict = solutionWith("knock", FOREIGN, FOREIGN + " while (foreign && asleep.get());");
    assertEquals(Judgement.STUCK, verdict.judgement(), verdict::message);
    assertTrue(verdict.where().get(0).endsWith(" in queue"), verdict.where()::toString);
    says(verdict, "Your code goes round and round at Executor.java:");
    assertTrue(verdict.calls().stream().anyMatch(call -> call.startsWith("epoll_ctl(")));
  }

  @Test
  void aLockHeldForEverIsAWait() {
    String lock = "new java.util.concurrent.locks.StampedLock()";
    String twice = "var lock = " + lock + "; lock.writeLock(); lock.writeLock();";
    Verdict verdict = solutionWith("knock", FOREIGN, twice + FOREIGN);
    assertEquals(Judgement.STUCK, verdict.judgement(), verdict::message);
    says(verdict, "Your code waits at Executor.java:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"join", "poll-io", "wake-all", "break-the-bell"})
  void aBareLoopIsNamedByItsLine(String id) {
    try (Attempts attempts = new Attempts(id)) {
      Verdict verdict = attempts.judgeBody("while (true) { }");
      assertEquals(Judgement.STUCK, verdict.judgement(), verdict::message);
      String file = attempts.exercise().fileName();
      assertTrue(verdict.where().get(0).startsWith(file + ":"), verdict.where()::toString);
      says(verdict, "Your code goes round and round at " + file);
    }
  }
}
