package manor.docs.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintStream;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/** A guest who announces a long letter, and leaves in the middle of it. */
public final class GoneGuest {
  private static final int ANNOUNCED = 10_000;
  private static final int DESK_SIZE = 4096;
  private static final String BEGINNING = "Dear steward, ";

  private final Narrator narrator;
  private final Memory desk = Memory.allocate(DESK_SIZE);

  private GoneGuest(Narrator narrator) {
    this.narrator = narrator;
  }

  /** How the letter is read. */
  @FunctionalInterface
  private interface Reading {
    int from(GoneGuest scene, Fd guest) throws IOException;
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    int sent = BEGINNING.length();
    out.println("A guest announces " + ANNOUNCED + " bytes, sends " + sent + ", and goes away.");
    GoneGuest scene = new GoneGuest(new Narrator(kernel, out));
    scene.narrator.say("Whoever counts desks, and not bytes:");
    scene.play(GoneGuest::deskByDesk);
    scene.narrator.say("Whoever believes the answer, and knows what a zero means:");
    scene.play(GoneGuest::untilTheEnd);
  }

  // tag::desks[]
  private int deskByDesk(Fd guest) throws IOException {
    int received = 0;
    while (received < ANNOUNCED) {
      guest.read(desk, 0, DESK_SIZE);
      received += DESK_SIZE;
    }
    return received;
  }

  // end::desks[]

  // tag::end[]
  private int untilTheEnd(Fd guest) throws IOException {
    int received = 0;
    while (received < ANNOUNCED) {
      int read = guest.read(desk, 0, DESK_SIZE);
      if (read == 0) {
        return received;
      }
      received += read;
    }
    return received;
  }

  // end::end[]

  private void play(Reading reading) throws IOException {
    int[] ends = narrator.twoEnds();
    try (Fd guest = new Fd(narrator.kernelThatTells("read"), ends[0])) {
      try (Fd friend = new Fd(narrator.quiet(), ends[1])) {
        Memory beginning = Memory.copyOf(BEGINNING.getBytes(US_ASCII));
        friend.write(beginning, 0, beginning.size());
      }
      int received = reading.from(this, guest);
      String verdict = received < ANNOUNCED ? "broken off" : "complete";
      narrator.add("The letter is " + verdict + ": " + received + " bytes of " + ANNOUNCED + ".");
    }
  }
}
