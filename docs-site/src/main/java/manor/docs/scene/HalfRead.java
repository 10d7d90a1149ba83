package manor.docs.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintStream;
import manor.doctor.Doctor;
import manor.doctor.StuckException;
import manor.epoll.Interest;
import manor.io.PollEvented;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;

/** A task that says Pending although nobody has said so to it. */
public final class HalfRead {
  private static final int PIECE = 4;
  private static final String LETTER = "0123456789";

  private final PollEvented<Fd> prince;
  private final Memory desk = Memory.allocate(PIECE);
  private int heard;

  private HalfRead(PollEvented<Fd> prince) {
    this.prince = prince;
  }

  /** Which of the two ways to poll. */
  @FunctionalInterface
  private interface Way {
    Future<Integer> of(HalfRead scene);
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws Exception {
    Narrator narrator = new Narrator(kernel, out);
    out.println("A letter of ten bytes; a desk with room for four; and a task that reads.");
    narrator.say("It reads one piece, says Pending, and trusts that it will be polled again:");
    play(narrator, scene -> scene::onePiece);
    narrator.say("It goes on until the call itself says Pending:");
    play(narrator, scene -> scene::untilPending);
  }

  // tag::piece[]
  private Poll<Integer> onePiece(Context context) throws IOException {
    Poll<Integer> read = prince.pollRead(context, desk, 0, PIECE);
    if (read.isReady()) {
      heard += read.get();
    }
    return heard == LETTER.length() ? Poll.ready(heard) : Poll.pending();
  }

  // end::piece[]

  // tag::until[]
  private Poll<Integer> untilPending(Context context) throws IOException {
    while (heard < LETTER.length()) {
      Poll<Integer> read = prince.pollRead(context, desk, 0, PIECE);
      if (read.isPending()) {
        return Poll.pending();
      }
      heard += read.get();
    }
    return Poll.ready(heard);
  }

  // end::until[]

  private static void play(Narrator narrator, Way way) throws Exception {
    int[] ends = narrator.twoEnds();
    RuntimeOptions options = RuntimeOptions.standard().with(Doctor.onDuty());
    try (Fd friend = new Fd(narrator.quiet(), ends[0]);
        Runtime runtime = Runtime.open(narrator.quiet(), options)) {
      Fd socket = new Fd(narrator.kernelThatTells("read"), ends[1]);
      HalfRead scene =
          new HalfRead(new PollEvented<>(runtime.handle(), socket, socket, Interest.READABLE));
      friend.write(Memory.copyOf(LETTER.getBytes(US_ASCII)), 0, LETTER.length());
      narrator.add("Heard " + runtime.blockOn(way.of(scene)) + " of 10, and done.");
    } catch (StuckException stuck) {
      narrator.add("Asleep for ever.");
      DoctorsWords.of(stuck).forEach(narrator::add);
    }
  }
}
