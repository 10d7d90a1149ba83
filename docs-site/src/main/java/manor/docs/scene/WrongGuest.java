package manor.docs.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/** An event for a guest who is gone, and another who was given his number. */
public final class WrongGuest {
  private final Narrator narrator;
  private final Epoll epoll;
  private final ToLongFunction<Fd> keys;
  private final Map<Long, Fd> ledger = new HashMap<>();
  private final Memory desk = Memory.allocate(16);
  private long lastToken = 100;

  private WrongGuest(Narrator narrator, Epoll epoll, boolean byNumber) {
    this.narrator = narrator;
    this.epoll = epoll;
    this.keys = byNumber ? this::number : this::token;
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    out.println("Anna writes: send Bert away, and let Carl in. Bert has just hung up himself.");
    Narrator narrator = new Narrator(kernel, out);
    narrator.say("The ledger's key is the descriptor's number:");
    play(narrator, true);
    narrator.say("The ledger's key is a token that is given out once:");
    play(narrator, false);
  }

  // tag::number[]
  private long number(Fd guest) {
    return guest.number();
  }

  // end::number[]

  // tag::token[]
  private long token(Fd guest) {
    return ++lastToken;
  }

  // end::token[]

  private static void play(Narrator narrator, boolean byNumber) throws IOException {
    Kernel told = narrator.kernelThatTells("epoll_wait");
    try (Epoll epoll = Epoll.create(told, Clock.system())) {
      new WrongGuest(narrator, epoll, byNumber).play();
    }
  }

  private void play() throws IOException {
    int[] anna = narrator.twoEnds();
    int[] bert = narrator.twoEnds();
    admit(anna[0]);
    long bertsKey = admit(bert[0]);
    Fd annasFriend = new Fd(narrator.quiet(), anna[1]);
    annasFriend.write(Memory.copyOf("Bert out, Carl in".getBytes(US_ASCII)), 0, 17);
    narrator.quiet().close(bert[1]);

    Events events = new Events(8);
    epoll.wait(events, Epoll.FOREVER);
    ledger.remove(bertsKey).close();
    int[] carl = narrator.twoEnds();
    admit(carl[0]);
    narrator.add("Anna's letter is done. Carl is in, as number " + carl[0] + ".");
    hungUp(events.key(1));
    int heard = new Fd(narrator.quiet(), carl[1]).read(desk, 0, 16);
    narrator.add(heard == 0 ? "Carl hears the end of file." : "Carl is still a guest.");

    annasFriend.close();
    narrator.quiet().close(carl[1]);
    for (Fd guest : ledger.values()) {
      narrator.quiet().close(guest.number());
    }
  }

  private long admit(int number) throws IOException {
    Fd guest = new Fd(narrator.kernelThatTells("close"), number);
    long key = keys.applyAsLong(guest);
    ledger.put(key, guest);
    epoll.addInterest(guest, new Token(key), Interest.READABLE);
    return key;
  }

  /** The second event, told before Carl came. */
  private void hungUp(long key) {
    Fd guest = ledger.remove(key);
    narrator.add("Next: " + key + " has hung up." + (guest == null ? " Who? Nobody has it." : ""));
    if (guest != null) {
      guest.close();
    }
  }
}
