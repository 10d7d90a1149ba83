package manor.docs.scene;

import java.io.IOException;
import java.io.PrintStream;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.Fd;
import manor.syscall.Kernel;

/** An interest in writing, held by someone who has nothing to write. */
public final class TooEager {
  private static final Token PRINCE = new Token(100);
  private static final long A_WHILE = 20_000_000;

  private TooEager() {}

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    Narrator narrator = new Narrator(kernel, out);
    out.println("The steward asks to be told when the prince can be written to. He always can.");
    int[] ends = narrator.twoEnds();
    try (Fd prince = new Fd(narrator.quiet(), ends[0]);
        Epoll epoll = Epoll.create(narrator.kernel(), Clock.system())) {
      ask(narrator, epoll, prince);
    }
    kernel.close(ends[1]);
  }

  private static void ask(Narrator narrator, Epoll epoll, Fd prince) throws IOException {
    Events events = new Events(8);
    // tag::eager[]
    epoll.addInterest(prince, PRINCE, Interest.READABLE.and(Interest.WRITABLE));
    narrator.say("Each wait ends at once, and nothing has been asked of anyone:");
    for (int turn = 0; turn < 3; turn++) {
      epoll.wait(events, A_WHILE);
    }
    // end::eager[]

    // tag::calm[]
    narrator.say("He asks for writing only while there is something to write:");
    epoll.modifyInterest(prince, PRINCE, Interest.READABLE);
    epoll.wait(events, A_WHILE);
    // end::calm[]
  }
}
