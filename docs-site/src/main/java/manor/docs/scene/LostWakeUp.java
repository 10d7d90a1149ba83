package manor.docs.scene;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicReference;
import manor.docs.player.Recorder;
import manor.doctor.Doctor;
import manor.doctor.StuckException;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.syscall.Kernel;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;
import manor.task.WakerSlot;

/** A letter that comes between the look into the box and the messenger who is left there. */
public final class LostWakeUp {

  private final PrintStream out;
  private final AtomicReference<String> box = new AtomicReference<>();
  private final WakerSlot messenger = new WakerSlot("the mailbox");
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

  /** Plays the first half alone: the prince sleeps for ever. */
  public static void lose(Recorder recorder, Kernel kernel) throws Exception {
    recorder.title("A wake-up is lost: one look, and then the messenger");
    LostWakeUp scene = new LostWakeUp(recorder.out());
    scene.play(recorder, kernel, scene::lookOnce);
  }

  /** Plays the second half alone: at the same moments, and the prince is awake. */
  public static void cure(Recorder recorder, Kernel kernel) throws Exception {
    recorder.title("The cure: the messenger, and then a second look");
    LostWakeUp scene = new LostWakeUp(recorder.out());
    scene.play(recorder, kernel, scene::lookAgain);
  }

  private void play(Recorder recorder, Kernel kernel, Future<String> future) throws Exception {
    RuntimeOptions options = RuntimeOptions.standard().with(recorder.ledger());
    Meanwhile outside = new Meanwhile(kernel).atTheEnd(() -> sleepForEver(recorder));
    recorder.fold("The house opens.");
    try (Runtime runtime = Runtime.open(outside.kernel(), options)) {
      recorder.fold(null);
      recorder.nameNextTask("the prince");
      recorder.say("The prince has his letter: \"" + runtime.blockOn(future) + "\"");
      recorder.fold("The house closes.");
    } catch (Meanwhile.NothingComes asleep) {
      return;
    }
  }

  private static void sleepForEver(Recorder recorder) {
    recorder.say(
        "A letter is in the box, and the prince sleeps for ever. No error is told anywhere.");
    recorder.fold("The house closes.");
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

  private void put(String letter) {
    box.set(letter);
    messenger.wake();
  }

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
    RuntimeOptions options = RuntimeOptions.standard().with(Doctor.onDuty());
    try (Runtime runtime = Runtime.open(kernel, options)) {
      runtime.blockOn(
          context -> {
            polls++;
            return future.poll(context);
          });
      out.println("  polled " + polls + " time, and done");
    } catch (StuckException stuck) {
      out.println("  polled " + polls + " time, and asleep for ever");
      DoctorsWords.of(stuck).forEach(out::println);
    }
  }
}
