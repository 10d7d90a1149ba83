package manor.docs.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintStream;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/** A guest whose connection breaks, and two who have done nothing. */
public final class BadGuest {
  private static final int GUESTS = 3;
  private static final int DESK_SIZE = 16;

  private final Narrator narrator;
  private final Fd[] guests = new Fd[GUESTS];
  private final Memory desk = Memory.allocate(DESK_SIZE);
  private int heard;

  private BadGuest(Narrator narrator) {
    this.narrator = narrator;
  }

  /** What the house does with the guests who are ready. */
  @FunctionalInterface
  private interface Turn {
    void serve(BadGuest scene, Events events) throws ErrnoException;
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    out.println("Three guests are ready. The first has broken off in the middle.");
    Narrator narrator = new Narrator(kernel, out);
    narrator.say("What goes wrong with a guest ends the loop:");
    play(narrator, BadGuest::serveAll);
    narrator.say("What goes wrong with a guest ends that guest:");
    play(narrator, BadGuest::serveEach);
  }

  // tag::all[]
  private void serveAll(Events events) throws ErrnoException {
    for (int i = 0; i < events.count(); i++) {
      serve(events.key(i));
    }
  }

  // end::all[]

  // tag::each[]
  private void serveEach(Events events) {
    for (int i = 0; i < events.count(); i++) {
      try {
        serve(events.key(i));
      } catch (ErrnoException broken) {
        guests[(int) events.key(i)].close();
      }
    }
  }

  // end::each[]

  private void serve(long guest) throws ErrnoException {
    guests[(int) guest].read(desk, 0, DESK_SIZE);
    heard++;
  }

  private static void play(Narrator narrator, Turn turn) throws IOException {
    BadGuest scene = new BadGuest(narrator);
    Events events = new Events(GUESTS);
    try (Epoll epoll = Epoll.create(narrator.quiet(), Clock.system())) {
      for (int i = 0; i < GUESTS; i++) {
        scene.admit(epoll, i);
      }
      epoll.wait(events, Epoll.FOREVER);
      turn.serve(scene, events);
    } catch (ErrnoException fatal) {
      narrator.add("The house is closed: " + fatal.getMessage());
    }
    narrator.add("Guests heard: " + scene.heard + " of " + GUESTS + ".");
    for (Fd guest : scene.guests) {
      if (!guest.isClosed()) {
        narrator.quiet().close(guest.number());
      }
    }
  }

  /** Every friend writes; the first goes away without having read what the house wrote to him. */
  private void admit(Epoll epoll, int i) throws IOException {
    int[] ends = narrator.twoEnds();
    guests[i] = new Fd(narrator.kernelThatTells("read", "close"), ends[0]);
    Memory letter = Memory.copyOf("hello".getBytes(US_ASCII));
    Fd friend = new Fd(narrator.quiet(), ends[1]);
    if (i == 0) {
      guests[i].write(letter, 0, letter.size());
    } else {
      friend.write(letter, 0, letter.size());
    }
    friend.close();
    epoll.addInterest(guests[i], new Token(i), Interest.READABLE);
  }
}
