package manor.exercises;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import manor.syscall.Kernel;
import manor.syscall.TracingKernel;

/**
 * The last system calls that were made, as strace(1) prints them. A test that makes its kernel with
 * {@link #over} has them shown beside its failure, or when it has to be stopped.
 *
 * <p>Threads: any. The trail is that of the newest kernel made here.
 */
public final class Trail {
  private static final int LENGTH = 12;
  private static final Deque<String> LAST = new ArrayDeque<>();

  private Trail() {}

  /** A kernel that does what another does and leaves a trail. An older trail is forgotten. */
  public static Kernel over(Kernel kernel) {
    forget();
    return new TracingKernel(kernel, Trail::add);
  }

  private static void add(String call) {
    synchronized (LAST) {
      if (LAST.size() == LENGTH) {
        LAST.removeFirst();
      }
      LAST.addLast(call);
    }
  }

  /** The calls, oldest first. */
  public static List<String> calls() {
    synchronized (LAST) {
      return List.copyOf(LAST);
    }
  }

  /** Begins anew. */
  public static void forget() {
    synchronized (LAST) {
      LAST.clear();
    }
  }
}
