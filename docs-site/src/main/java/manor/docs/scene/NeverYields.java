package manor.docs.scene;

import java.io.PrintStream;
import manor.runtime.Runtime;
import manor.syscall.Kernel;
import manor.task.Future;
import manor.task.Poll;

/** A guest whose letters never stop, and a guest with one. */
public final class NeverYields {
  private static final int LETTERS = 300;

  private final PrintStream out;
  private int letters = LETTERS;
  private int readInOneGo;

  private NeverYields(PrintStream out) {
    this.out = out;
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws Exception {
    out.println("Talker has " + LETTERS + " letters waiting, Quiet has one. Talker was first.");
    out.println("\nTalker's task reads until nothing is left:");
    NeverYields greedy = new NeverYields(out);
    greedy.serve(kernel, greedy.readEverything());
    out.println("\nTalker's task asks, before each letter, whether it may go on:");
    NeverYields fair = new NeverYields(out);
    fair.serve(kernel, fair.readAsFarAsItMay());
  }

  // tag::everything[]
  private Future<Void> readEverything() {
    return context -> {
      while (letters > 0) {
        readOne();
      }
      told();
      return Poll.ready(null);
    };
  }

  // end::everything[]

  // tag::may[]
  private Future<Void> readAsFarAsItMay() {
    return context -> {
      while (letters > 0) {
        if (!context.mayProceed()) {
          told();
          return Poll.pending();
        }
        readOne();
        context.spend();
      }
      told();
      return Poll.ready(null);
    };
  }

  // end::may[]

  private void readOne() {
    letters--;
    readInOneGo++;
  }

  private void told() {
    out.println("  Talker: " + readInOneGo + " letters");
    readInOneGo = 0;
  }

  private void serve(Kernel kernel, Future<Void> talker) throws Exception {
    try (Runtime runtime = Runtime.open(kernel)) {
      Future<Void> served = runtime.spawn(talker);
      runtime.spawn(
          context -> {
            out.println("  Quiet: 1 letter");
            return Poll.ready(null);
          });
      runtime.blockOn(served);
    }
  }
}
