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

/** A oneshot that nobody arms again: the guest stays on the list and is never told of. */
public final class ForgottenGuest {
  private static final Interest ONCE = Interest.READABLE.oneshot();
  private static final Token PRINCE = new Token(100);
  private static final long A_WHILE = 20_000_000;

  private final Narrator narrator;
  private final Events events = new Events(8);
  private final Memory desk = Memory.allocate(16);

  private ForgottenGuest(Narrator narrator) {
    this.narrator = narrator;
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    Narrator narrator = new Narrator(kernel, out);
    out.println("The steward asks to be told of the prince once.");
    ForgottenGuest scene = new ForgottenGuest(narrator);
    int[] ends = narrator.twoEnds();
    try (Fd prince = new Fd(narrator.kernel(), ends[0]);
        Fd friend = new Fd(narrator.quiet(), ends[1]);
        Epoll epoll = Epoll.create(narrator.kernel(), Clock.system())) {
      epoll.addInterest(prince, PRINCE, ONCE);
      send(friend, "one");
      scene.readOnly(epoll, prince);
      send(friend, "two");
      scene.waitInVain(epoll);
      scene.armAgain(epoll, prince);
    }
  }

  private static void send(Fd friend, String letter) throws IOException {
    friend.write(Memory.copyOf(letter.getBytes(US_ASCII)), 0, letter.length());
  }

  // tag::forget[]
  private void readOnly(Epoll epoll, Fd prince) throws IOException {
    narrator.say("A letter. The steward is told, and reads it:");
    epoll.wait(events, Epoll.FOREVER);
    prince.read(desk, 0, desk.size());
  }

  // end::forget[]

  private void waitInVain(Epoll epoll) throws IOException {
    narrator.say("Another letter. He asks, and the time runs out:");
    epoll.wait(events, A_WHILE);
    narrator.add("No error, no event: the prince is on the list, and the list is silent.");
  }

  // tag::arm[]
  private void armAgain(Epoll epoll, Fd prince) throws IOException {
    narrator.say("He arms the interest again. What was there already is told at once:");
    epoll.modifyInterest(prince, PRINCE, ONCE);
    epoll.wait(events, Epoll.FOREVER);
  }
  // end::arm[]
}
