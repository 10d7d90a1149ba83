package manor.docs.scene;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import manor.runtime.JoinHandle;
import manor.runtime.Runtime;
import manor.syscall.Kernel;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;
import manor.task.WakerSlot;

/** A letter that comes between the look into the box and the messenger who is left there. */
public final class LostWakeUp {
  private static final Duration A_WHILE = Duration.ofMillis(50);

  private final PrintStream out;
  private final AtomicReference<String> box = new AtomicReference<>();
  private final WakerSlot messenger = new WakerSlot();
  private int polls;

  private LostWakeUp(PrintStream out) {
    this.out = out;
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws Exception {
    out.println("A mailbox, with room for one letter and for one messenger. The friend comes");
    out.println("on another thread, and each time at the worst moment.");
    LostWakeUp first = new LostWakeUp(out);
    out.println("\nThe prince looks, leaves his messenger, and sleeps:");
    first.sleepOn(kernel, first::lookOnce);
    LostWakeUp second = new LostWakeUp(out);
    out.println("\nHe looks, leaves his messenger, and looks again before he sleeps:");
    second.sleepOn(kernel, second::lookAgain);
  }

  // tag::once[]
  private Poll<String> lookOnce(Context context) {
    if (look() == null) {
      theFriendComes();
      messenger.store(context.waker());
      return Poll.pending();
    }
    return Poll.ready(box.get());
  }

  // end::once[]

  // tag::again[]
  private Poll<String> lookAgain(Context context) {
    if (look() == null) {
      theFriendComes();
      messenger.store(context.waker());
    }
    return look() == null ? Poll.pending() : Poll.ready(box.get());
  }

  // end::again[]

  private String look() {
    String letter = box.get();
    out.println("  the prince looks: " + (letter == null ? "nothing" : "\"" + letter + "\""));
    return letter;
  }

  // tag::friend[]
  private void put(String letter) {
    box.set(letter);
    messenger.wake();
  }

  // end::friend[]

  private void theFriendComes() {
    Thread friend = new Thread(() -> put("Come home."));
    friend.start();
    try {
      friend.join();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
    out.println("  the friend puts a letter in and calls; the messenger is not there yet");
  }

  private void sleepOn(Kernel kernel, Future<String> future) throws Exception {
    try (Runtime runtime = Runtime.open(kernel)) {
      JoinHandle<String> prince =
          runtime.spawn(
              context -> {
                polls++;
                return future.poll(context);
              });
      runtime.blockOn(runtime.handle().sleep(A_WHILE));
      out.println("  a while later: polled " + polls + " time, done: " + prince.isFinished());
    }
  }
}
