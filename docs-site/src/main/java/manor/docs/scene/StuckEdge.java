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

/** An edge that is told once, and a reader who does not read to the end. */
public final class StuckEdge {
  private static final int PIECE = 4;
  private static final long A_WHILE = 20_000_000;

  private final Narrator narrator;
  private final Events events = new Events(8);
  private final Memory desk = Memory.allocate(PIECE);

  private StuckEdge(Narrator narrator) {
    this.narrator = narrator;
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    Narrator narrator = new Narrator(kernel, out);
    out.println("A letter of ten bytes; a desk with room for four; an interest told by edge.");
    StuckEdge scene = new StuckEdge(narrator);
    int[] ends = narrator.twoEnds();
    try (Fd prince = new Fd(narrator.kernel(), ends[0]);
        Fd friend = new Fd(narrator.quiet(), ends[1]);
        Epoll epoll = Epoll.create(narrator.kernel(), Clock.system())) {
      epoll.addInterest(prince, new Token(100), Interest.READABLE.edge());
      friend.write(Memory.copyOf("0123456789".getBytes(US_ASCII)), 0, 10);
      scene.onePiece(epoll, prince);
      friend.write(Memory.copyOf("abcdefghij".getBytes(US_ASCII)), 0, 10);
      scene.untilItWouldBlock(epoll, prince);
      narrator.say("Nothing is left behind, and the next edge will be seen.");
    }
  }

  // tag::piece[]
  private void onePiece(Epoll epoll, Fd prince) throws IOException {
    narrator.say("The steward is told, reads one piece, and asks again:");
    epoll.wait(events, Epoll.FOREVER);
    prince.read(desk, 0, PIECE);
    epoll.wait(events, A_WHILE);
    narrator.add("Six bytes lie there unread. Nothing new has happened, so nobody is told.");
  }

  // end::piece[]

  // tag::drain[]
  private void untilItWouldBlock(Epoll epoll, Fd prince) throws IOException {
    narrator.say("Ten more bytes are new. This time he reads until the call would block:");
    epoll.wait(events, Epoll.FOREVER);
    int read;
    do {
      read = prince.read(desk, 0, PIECE);
    } while (read != Fd.WOULD_BLOCK);
  }
  // end::drain[]
}
