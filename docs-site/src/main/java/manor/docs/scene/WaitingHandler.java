package manor.docs.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/** A handler that waits for what only the thread can bring on which it waits. */
public final class WaitingHandler {
  private static final long ASKS = 101;
  private static final long A_WHILE = 50;
  private static final int DESK_SIZE = 16;

  private final Narrator narrator;
  private final Events events = new Events(2);
  private final Memory desk = Memory.allocate(DESK_SIZE);
  private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
  private boolean somebodyAsks;

  private WaitingHandler(Narrator narrator) {
    this.narrator = narrator;
  }

  /** What is done when a guest asks for news and there is none. */
  @FunctionalInterface
  private interface Handler {
    void asked(WaitingHandler scene) throws InterruptedException;
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException, InterruptedException {
    out.println("101 asks for news; 102 brings some. Both are ready, 101 is first.");
    Narrator narrator = new Narrator(kernel, out);
    narrator.say("101's handler waits for the news:");
    new WaitingHandler(narrator).play(WaitingHandler::waitForNews);
    narrator.say("101's handler writes down that somebody asks, and returns:");
    new WaitingHandler(narrator).play(WaitingHandler::note);
  }

  // tag::wait[]
  private void waitForNews() throws InterruptedException {
    String brought = news.poll(A_WHILE, TimeUnit.MILLISECONDS);
    narrator.add("101 hears: " + brought);
  }

  // end::wait[]

  // tag::note[]
  private void note() {
    somebodyAsks = true;
  }

  private void arrived() {
    if (somebodyAsks) {
      narrator.add("101 hears: " + news.poll());
    }
  }

  // end::note[]

  private void play(Handler handler) throws IOException, InterruptedException {
    int[] asking = narrator.twoEnds();
    int[] bringing = narrator.twoEnds();
    Kernel told = narrator.kernelThatTells("read");
    try (Fd guest = new Fd(told, asking[0]);
        Fd friend = new Fd(narrator.quiet(), asking[1]);
        Fd messenger = new Fd(told, bringing[0]);
        Fd world = new Fd(narrator.quiet(), bringing[1]);
        Epoll epoll = Epoll.create(narrator.quiet(), Clock.system())) {
      epoll.addInterest(guest, new Token(ASKS), Interest.READABLE);
      epoll.addInterest(messenger, new Token(ASKS + 1), Interest.READABLE);
      friend.write(Memory.copyOf("news?".getBytes(US_ASCII)), 0, 5);
      world.write(Memory.copyOf("it rains".getBytes(US_ASCII)), 0, 8);
      epoll.wait(events, Epoll.FOREVER);
      for (int i = 0; i < events.count(); i++) {
        if (events.key(i) == ASKS) {
          guest.read(desk, 0, DESK_SIZE);
          handler.asked(this);
        } else {
          int count = messenger.read(desk, 0, DESK_SIZE);
          news.add(US_ASCII.decode(desk.bytes().slice(0, count)).toString());
          arrived();
        }
      }
    }
  }
}
