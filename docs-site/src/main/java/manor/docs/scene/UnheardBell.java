package manor.docs.scene;

import java.io.IOException;
import java.util.concurrent.FutureTask;
import manor.docs.player.Recorder;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.syscall.Kernel;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;
import manor.task.Waker;

/**
 * A guest who looks, sees nothing, and then leaves his waker: what comes between the two is lost.
 * And one who looks once more.
 */
public final class UnheardBell {
  private final Recorder recorder;
  private boolean rung;
  private Waker kept;
  private boolean messengerSent;

  private UnheardBell(Recorder recorder) {
    this.recorder = recorder;
  }

  /** The guest sleeps for ever. */
  public static void lose(Recorder recorder, Kernel kernel) throws Exception {
    recorder.title("A wake-up is lost: looked once, then left a waker");
    UnheardBell scene = new UnheardBell(recorder);
    scene.play(kernel, scene::careless);
  }

  /** The same moments, and the guest is awake. */
  public static void cure(Recorder recorder, Kernel kernel) throws Exception {
    recorder.title("The cure: left a waker, then looked again");
    UnheardBell scene = new UnheardBell(recorder);
    scene.play(kernel, scene::careful);
  }

  private void play(Kernel kernel, Future<Void> future) throws Exception {
    RuntimeOptions options = RuntimeOptions.standard().with(recorder.ledger());
    recorder.fold("The house opens.");
    try (Runtime runtime = Runtime.open(outside(kernel), options)) {
      recorder.fold(null);
      recorder.nameNextTask("the guest");
      try {
        runtime.blockOn(future);
        recorder.say("The guest was told, though nobody called him.");
      } catch (Meanwhile.NothingComes asleep) {
        return;
      }
      recorder.fold("The house closes.");
    }
  }

  private Kernel outside(Kernel kernel) {
    return new Meanwhile(kernel).atTheEnd(this::asleep).kernel();
  }

  private void asleep() {
    recorder.say("The bell has rung, and the guest sleeps for ever. No error is told anywhere.");
    recorder.fold("The house closes.");
  }

  // tag::careless[]
  /** Looks, and then leaves a waker. Between the two there is a gap. */
  private Poll<Void> careless(Context context) throws IOException {
    if (hasRung()) {
      return Poll.ready(null);
    }
    meanwhileTheMessengerRings();
    keep(context.waker());
    return Poll.pending();
  }

  // end::careless[]

  // tag::careful[]
  /** Leaves a waker, and then looks: whoever rings sees the waker, or is seen. */
  private Poll<Void> careful(Context context) throws IOException {
    if (hasRung()) {
      return Poll.ready(null);
    }
    meanwhileTheMessengerRings();
    keep(context.waker());
    return hasRung() ? Poll.ready(null) : Poll.pending();
  }

  // end::careful[]

  // tag::bell[]
  private synchronized boolean hasRung() {
    recorder.say(rung ? "He looks: the bell has rung." : "He looks: the bell has not rung.");
    return rung;
  }

  private synchronized void keep(Waker lent) {
    recorder.say("He leaves a waker beside the bell.");
    kept = lent.clone();
  }

  private void ring() {
    Waker waker;
    synchronized (this) {
      rung = true;
      waker = kept;
      kept = null;
      recorder.say(waker == null ? "The bell rings. No waker is there." : "The bell rings.");
    }
    if (waker != null) {
      waker.wake();
    }
  }

  // end::bell[]

  /** Once, on a thread of its own, and to its end before the guest goes on. */
  private void meanwhileTheMessengerRings() throws IOException {
    if (messengerSent) {
      return;
    }
    messengerSent = true;
    FutureTask<Void> errand = new FutureTask<>(this::ring, null);
    new Thread(errand, "messenger").start();
    try {
      errand.get();
    } catch (Exception failed) {
      throw new IOException("the messenger did not come back", failed);
    }
  }
}
