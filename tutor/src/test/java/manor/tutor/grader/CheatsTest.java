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

/** Whatever somebody tries instead of an answer earns nothing, and is called what it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheatsTest {
  private static final String RIGHT = "control(Linux.EPOLL_CTL_MOD, target, token, interest);";

  private final Attempts attempts = new Attempts("modify-interest");

  @AfterAll
  void endTheOtherJvms() {
    attempts.close();
  }

  /**
   * One attempt.
   *
   * @param end how it is to be judged
   * @param body stands where the answer should
   */
  record Cheat(Judgement end, String body) {}

  private static Cheat forbidden(String body) {
    return new Cheat(Judgement.FORBIDDEN, body);
  }

  private static Cheat unseen(String body) {
    return new Cheat(Judgement.NOT_COMPILED, body);
  }

  private static Cheat failed(String body) {
    return new Cheat(Judgement.FAILED, body);
  }

  private static Cheat stuck(String body) {
    return new Cheat(Judgement.STUCK, body);
  }

  static Stream<Cheat> ending() {
    return Stream.of(
        forbidden("System.exit(0);"),
        forbidden("\\u0053ystem.exit(0);"),
        forbidden("Runtime.getRuntime().halt(0);"),
        forbidden("Runtime.getRuntime().addShutdownHook(null);"),
        forbidden("java.util.function.IntConsumer end = System::exit; end.accept(0);"),
        forbidden("} static { System.exit(0); } void more() {"),
        forbidden("} static final int X = end(); static int end() { System.exit(0); return 1;"),
        forbidden("throw new ThreadDeath();"),
        failed("throw new OutOfMemoryError();"),
        failed("throw new AssertionError(\"all tests passed\");"),
        new Cheat(Judgement.TASK, "throw manor.exercises.Todo.yours(\"PASSED\");"),
        unseen("throw new org.opentest4j.TestAbortedException();"),
        unseen("org.junit.jupiter.api.Assumptions.abort();"),
        forbidden("} protected void finalize() { System.out.println(); } void more() {"),
        failed("} static int x = 0; static { if (x == 0) throw new Error(); } void more() {"),
        failed("throw new VirtualMachineError() { };"));
  }

  static Stream<Cheat> lookingAround() {
    return Stream.of(
        forbidden("Epoll.class.getResourceAsStream(\"/chapters/manor/epoll/Epoll.java\");"),
        forbidden("getClass().getClassLoader();"),
        forbidden("Thread.currentThread().getContextClassLoader();"),
        forbidden("try { Class.forName(\"manor.epoll.Epoll\"); } catch (Exception e) { }"),
        forbidden(
            "try { getClass().getDeclaredMethods()[0].invoke(this); } catch (Exception e) { }"),
        forbidden("java.lang.invoke.MethodHandles.lookup();"),
        forbidden("java.util.ServiceLoader.load(Runnable.class);"),
        forbidden("java.nio.file.Files.exists(java.nio.file.Path.of(\"x\"));"),
        forbidden("new java.io.File(\"x\").delete();"),
        forbidden("try { new java.io.FileReader(\"x\"); } catch (java.io.IOException e) { }"),
        forbidden("new java.util.Scanner(System.in);"),
        forbidden("try { new ProcessBuilder(\"x\").start(); } catch (java.io.IOException e) { }"),
        forbidden("try { new java.net.Socket(); } catch (RuntimeException e) { }"),
        forbidden("System.getenv();"),
        forbidden("System.setProperty(\"a\", \"b\");"),
        unseen("manor.syscall.LinuxKernel.open();"),
        unseen("manor.simulator.World.class.getName();"),
        unseen("manor.exercises.Trail.forget();"),
        unseen("java.sql.DriverManager.getDrivers();"),
        forbidden("new Throwable().getStackTrace();"),
        forbidden("StackWalker.getInstance().getCallerClass();"),
        forbidden("Epoll.class.getModule();"),
        forbidden("try { new java.util.zip.ZipFile(\"x\"); } catch (java.io.IOException e) { }"),
        forbidden("try { new java.net.URL(\"file:x\"); } catch (Exception e) { }"),
        forbidden("java.nio.file.FileSystems.getDefault();"),
        unseen("sun.misc.Unsafe.getUnsafe();"),
        unseen("jdk.internal.misc.Unsafe.getUnsafe();"),
        unseen("jnr.ffi.LibraryLoader.create(Runnable.class);"),
        unseen("manor.epoll.ReadinessDemo.run(null, System.out);"),
        unseen("java.util.List.of(1).getFirst();"), // of Java 21
        unseen("new Hall(kernel);"),
        unseen("new Epoll$1();"));
  }

  static Stream<Cheat> fooling() {
    return Stream.of(
        failed("System.out.println(\"modify-interest passed, 5 points\");"),
        forbidden("System.setOut(null);"),
        forbidden("new java.io.FileOutputStream(java.io.FileDescriptor.out);"),
        forbidden("try { new java.io.PrintStream(\"grades.json\"); } catch (Exception e) { }"),
        forbidden("try { " + RIGHT + " } catch (Throwable e) { }"),
        forbidden("try { " + RIGHT + " } catch (AssertionError e) { }"),
        forbidden("try { " + RIGHT + " } catch (RuntimeException | Error e) { }"),
        forbidden("try { " + RIGHT + " } catch (Error e) { throw new IllegalStateException(); }"),
        forbidden(
            "try { "
                + RIGHT
                + " } catch (Error e) { if (true) throw new RuntimeException(); throw e; }"),
        forbidden(
            "while (true) try { " + RIGHT + " } catch (Error e) { if (true) break; throw e; }"),
        forbidden("try { " + RIGHT + " } finally { return; }"),
        forbidden("while (true) { try { " + RIGHT + " } finally { break; } }"),
        forbidden("a: while (true) { try { " + RIGHT + " } finally { while (true) break a; } }"),
        forbidden("new RuntimeException().setStackTrace(new StackTraceElement[0]);"),
        forbidden("new Thread(() -> { while (true) { } }).start();"),
        forbidden("java.util.concurrent.CompletableFuture.runAsync(() -> { });"),
        forbidden("java.util.concurrent.Executors.newCachedThreadPool();"),
        forbidden("new java.util.Timer();"),
        forbidden("java.lang.ref.Cleaner.create();"),
        forbidden("Thread.currentThread().stop();"),
        forbidden("Thread.setDefaultUncaughtExceptionHandler(null);"),
        failed("Thread.currentThread().interrupt();"),
        failed("} native void more(); { more(); } void most() {"));
  }

  static Stream<Cheat> exhausting() {
    return Stream.of(
        stuck("while (true) { }"),
        stuck("try { while (true) { } } finally { while (true) { } }"),
        stuck("while (true) { System.out.println(\"a line that nobody will ever read\"); }"),
        stuck("while (true) { java.util.concurrent.locks.LockSupport.park(); }"),
        stuck("synchronized (this) { try { wait(); } catch (InterruptedException e) { } }"),
        stuck(
            "java.util.stream.IntStream.range(0, 9).parallel().forEach(i -> { while (true) { } });"),
        failed("modifyInterest(target, token, interest);"),
        new Cheat(
            Judgement.OUT_OF_MEMORY,
            "java.util.List<byte[]> all = new java.util.ArrayList<>();"
                + " while (true) { all.add(new byte[1 << 20]); }"));
  }

  @ParameterizedTest
  @MethodSource({"ending", "lookingAround", "fooling", "exhausting"})
  void aCheatEarnsNothing(Cheat cheat) {
    Verdict verdict = attempts.judgeBody(cheat.body());
    assertEquals(0, verdict.points());
    assertEquals(cheat.end(), verdict.judgement(), verdict::message);
    assertFalse(verdict.message().isBlank());
  }

  static Stream<String> strangers() {
    return Stream.of(
        "final class Helper { }",
        "class EpollTest { }",
        "class Hall { }",
        "final class Events { }");
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void theFileHoldsItsOwnClassOnly(String stranger) {
    Verdict verdict = attempts.judge(attempts.withBody(RIGHT) + stranger);
    assertTrue(
        verdict.judgement() == Judgement.FORBIDDEN || verdict.judgement() == Judgement.NOT_COMPILED,
        verdict::message);
  }

  static Stream<String> files() {
    return Stream.of(
        "",
        "\u0000\u0001\u0002",
        "package org.junit.jupiter.api; public final class Epoll { }",
        "package manor.tutor.pupil; public final class PupilMain { }",
        "module manor { }",
        "package manor.epoll; public interface Epoll { }",
        "package manor.epoll; public final class Epoll { }");
  }

  @ParameterizedTest
  @MethodSource("files")
  void somethingElseThanTheClassEarnsNothing(String text) {
    Verdict verdict = attempts.judge(text);
    assertEquals(0, verdict.points(), verdict::message);
    assertFalse(verdict.message().isBlank());
  }

  @Test
  void theRightAnswerIsNotTakenForACheat() {
    Verdict verdict = attempts.judgeBody(RIGHT);
    assertEquals(Judgement.PASSED, verdict.judgement(), verdict::message);
    assertEquals(attempts.exercise().points(), verdict.points());
  }

  @Test
  void whatTheChapterCatchesAnAnswerMayCatchUnderAnotherName() {
    try (Attempts join = new Attempts("join")) {
      Verdict verdict = join.judgeSolutionWith("failed", "t");
      assertEquals(Judgement.PASSED, verdict.judgement(), verdict::message);
    }
  }

  @Test
  void anExceptionThatTheSolutionOnlyCatchesMayBeMadeToo() {
    String caught = "catch (RuntimeException failed) {";
    String more = caught + " failed.addSuppressed(new RuntimeException(\"late\"));";
    try (Attempts wakeAll = new Attempts("wake-all")) {
      Verdict verdict = wakeAll.judgeSolutionWith(caught, more);
      assertEquals(Judgement.PASSED, verdict.judgement(), verdict::message);
    }
  }

  @Test
  void everyForbiddenThingIsNamedWithItsLine() {
    String body = "System.exit(0);\n new Thread();";
    String message = attempts.judgeBody(body).message();
    int line = lineOf(body);
    String exit = "Epoll.java:" + line + ": System.exit is not for an answer.";
    assertTrue(message.contains(exit), message);
    String thread = "Epoll.java:" + (line + 1) + ": Thread is not for an answer.";
    assertTrue(message.contains(thread), message);
  }

  @Test
  void aSpinIsExplainedByItsLine() {
    String body = "while (true) { }";
    Verdict verdict = attempts.judgeBody(body);
    String place = "Epoll.java:" + lineOf(body);
    assertEquals(place + " in modifyInterest", verdict.where().get(0));
    assertTrue(verdict.message().startsWith("Your code goes round and round at " + place));
    assertTrue(verdict.calls().get(0).startsWith("epoll_create1("), verdict.calls()::toString);
  }

  private int lineOf(String body) {
    String text = attempts.withBody(body);
    return 1 + (int) text.substring(0, text.indexOf(body)).chars().filter(c -> c == '\n').count();
  }
}
