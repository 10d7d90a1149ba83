package manor.docs.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintStream;
import java.util.function.BiConsumer;
import manor.epoll.Clock;
import manor.epoll.Interest;
import manor.io.Driver;
import manor.io.PollEvented;
import manor.io.ReadyEvent;
import manor.io.Registration;
import manor.io.SignalSource;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.task.CountingWaker;
import manor.task.Ledger;
import manor.task.Poll;

/** News that comes between a call that would block and the taking away of the old readiness. */
public final class StaleTick {
  private static final int DESK_SIZE = 16;
  private static final long A_WHILE = 20_000_000;

  private final Narrator narrator;
  private final Driver driver;
  private final Memory desk = Memory.allocate(DESK_SIZE);

  private StaleTick(Narrator narrator, Driver driver) {
    this.narrator = narrator;
    this.driver = driver;
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    out.println("The prince has read all there was. A second letter comes in that very moment.");
    Narrator narrator = new Narrator(kernel, out);
    narrator.say("He takes away the readiness that he finds:");
    play(narrator, StaleTick::takeWhatIsThere);
    narrator.say("He takes away the readiness that he acted on:");
    play(narrator, StaleTick::takeWhatWasSeen);
  }

  // tag::there[]
  private static void takeWhatIsThere(Registration registration, ReadyEvent seen) {
    registration.clearReadiness(registration.peek());
  }

  // end::there[]

  // tag::seen[]
  private static void takeWhatWasSeen(Registration registration, ReadyEvent seen) {
    registration.clearReadiness(seen);
  }

  // end::seen[]

  private static void play(Narrator narrator, BiConsumer<Registration, ReadyEvent> take)
      throws IOException {
    Ledger ticks = ticks(narrator);
    SignalSource none = SignalSource.jvm();
    int[] ends = narrator.twoEnds();
    try (Fd friend = new Fd(narrator.quiet(), ends[0]);
        Driver driver = Driver.open(narrator.quiet(), Clock.system(), ticks, none)) {
      Fd socket = new Fd(narrator.kernelThatTells("read"), ends[1]);
      new StaleTick(narrator, driver)
          .play(
              new PollEvented<>(driver.handle(), socket, socket, Interest.READABLE), friend, take);
    }
  }

  private void play(PollEvented<Fd> prince, Fd friend, BiConsumer<Registration, ReadyEvent> take)
      throws IOException {
    send(friend, "one");
    ReadyEvent seen = prince.registration().peek();
    while (prince.io().read(desk, 0, DESK_SIZE) != Fd.WOULD_BLOCK) {}
    send(friend, "two");
    take.accept(prince.registration(), seen);
    CountingWaker messenger = new CountingWaker();
    Poll<Integer> poll = prince.pollRead(messenger.context(), desk, 0, DESK_SIZE);
    driver.turn(driver.handle(), A_WHILE);
    String done = poll.isReady() ? poll.get() + " bytes" : "Pending";
    narrator.add("His next poll: " + done + ". Woken since: " + messenger.takeWakes() + " times.");
  }

  /** The friend writes, and the steward has his turn. */
  private void send(Fd friend, String letter) throws IOException {
    friend.write(Memory.copyOf(letter.getBytes(US_ASCII)), 0, letter.length());
    driver.turn(driver.handle(), 0);
  }

  private static Ledger ticks(Narrator narrator) {
    return new Ledger() {
      @Override
      public void readinessSet(long token, int ready, int tick) {
        narrator.add("The steward: ready, tick " + tick + ".");
      }

      @Override
      public void readinessCleared(long token, int ready, int tick) {
        narrator.add("Taken away, at tick " + tick + ".");
      }

      @Override
      public void clearRefused(long token, int seenTick, int tick) {
        narrator.add("Refused: he saw tick " + seenTick + ", and this is tick " + tick + ".");
      }
    };
  }
}
