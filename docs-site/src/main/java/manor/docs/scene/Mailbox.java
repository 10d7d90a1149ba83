package manor.docs.scene;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicReference;
import manor.runtime.Parker;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;
import manor.task.WakerSlot;

/** The smallest future that waits for somebody, run by the smallest executor. */
public final class Mailbox implements Future<String> {
  private final AtomicReference<String> box = new AtomicReference<>();
  private final WakerSlot messenger = new WakerSlot("the mailbox");

  private Mailbox() {}

  /** Plays the scene. */
  public static void run(PrintStream out) throws Exception {
    out.println("The prince's thread runs one future. The friend has a thread of his own.");
    out.println();
    Mailbox mailbox = new Mailbox();
    Thread friend = new Thread(() -> mailbox.bring("Come home.", out), "friend");
    Parker.blockOn(context -> mailbox.ask(context, friend, out));
  }

  // tag::poll[]
  @Override
  public Poll<String> poll(Context context) {
    messenger.store(context.waker());
    String letter = box.get();
    return letter == null ? Poll.pending() : Poll.ready(letter);
  }

  // end::poll[]

  // tag::put[]
  private void put(String letter) {
    box.set(letter);
    messenger.wake();
  }

  // end::put[]

  private Poll<String> ask(Context context, Thread friend, PrintStream out) {
    Poll<String> poll = poll(context);
    if (poll.isPending()) {
      out.println("prince: Is there a letter? Not yet. He leaves his messenger, and is parked.");
      friend.start();
    } else {
      out.println("prince: Is there a letter? \"" + poll.get() + "\"");
    }
    return poll;
  }

  private void bring(String letter, PrintStream out) {
    out.println("friend: He puts a letter in, and sends the messenger whom he finds there.");
    put(letter);
  }
}
