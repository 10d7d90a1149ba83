package manor.docs.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintStream;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/** Who is ready? The chapter's few calls, one after the other. */
public final class FirstQuestion {
  private FirstQuestion() {}

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    Narrator narrator = new Narrator(kernel, out);
    out.println("The steward opens his list, and puts Prince Socket on it as number 100.");
    int[] ends = narrator.twoEnds();
    try (Fd prince = new Fd(narrator.kernel(), ends[0]);
        Fd friend = new Fd(narrator.quiet(), ends[1]);
        Epoll epoll = Epoll.create(narrator.kernel(), Clock.system())) {
      ask(narrator, epoll, prince, friend);
    }
  }

  private static void ask(Narrator narrator, Epoll epoll, Fd prince, Fd friend) throws IOException {
    Events events = new Events(8);
    Memory desk = Memory.copyOf("Come in.".getBytes(US_ASCII));
    // tag::list[]
    epoll.addInterest(prince, new Token(100), Interest.READABLE);
    // end::list[]

    narrator.say("Who is ready? Nobody, and the steward looked without waiting.");
    // tag::look[]
    epoll.wait(events, 0);
    // end::look[]

    narrator.say("A friend writes. Who is ready, waiting as long as it takes?");
    // tag::wait[]
    friend.write(desk, 0, desk.size());
    epoll.wait(events, Epoll.FOREVER);
    // end::wait[]

    narrator.say("Token 100 is the prince. He is read, and nobody is ready again.");
    // tag::read[]
    prince.read(desk, 0, desk.size());
    epoll.wait(events, 0);
    // end::read[]

    narrator.say("The next letter lies unread when he closes. Closing takes him off the list.");
    // tag::close[]
    friend.write(desk, 0, desk.size());
    prince.close();
    epoll.wait(events, 0);
    // end::close[]
  }
}
