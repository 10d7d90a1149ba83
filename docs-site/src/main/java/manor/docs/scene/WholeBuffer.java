package manor.docs.scene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/** A read whose answer is ignored: the program takes the whole buffer for what was read. */
public final class WholeBuffer {
  private static final int SIZE = 24;

  private final Narrator narrator;
  private final Memory buffer = Memory.allocate(SIZE);

  private WholeBuffer(Narrator narrator) {
    this.narrator = narrator;
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    Narrator narrator = new Narrator(kernel, out);
    out.println("Letters reach the steward, who reads each into the same buffer of 24 bytes.");
    int[] ends = narrator.twoEnds();
    try (Fd prince = new Fd(narrator.quiet(), ends[0]);
        Fd steward = new Fd(narrator.kernel(), ends[1])) {
      WholeBuffer scene = new WholeBuffer(narrator);
      send(prince, "I shall come at seven.");
      scene.carelessly(steward);
      send(prince, "Make it six.");
      scene.carelessly(steward);
      send(prince, "Seven after all.");
      scene.byTheAnswer(steward);
    }
  }

  private static void send(Fd prince, String letter) throws IOException {
    byte[] bytes = letter.getBytes(UTF_8);
    prince.write(Memory.copyOf(bytes), 0, bytes.length);
  }

  // tag::careless[]
  private void carelessly(Fd steward) throws IOException {
    narrator.say("He reads, and takes the whole buffer for the letter:");
    steward.read(buffer, 0, SIZE);
    narrator.add("  " + text(SIZE));
  }

  // end::careless[]

  // tag::answer[]
  private void byTheAnswer(Fd steward) throws IOException {
    narrator.say("He reads, and believes the answer instead:");
    int read = steward.read(buffer, 0, SIZE);
    narrator.add("  " + text(read));
  }

  // end::answer[]

  /** The first bytes of the buffer; a dot stands for a zero byte. */
  private String text(int length) {
    byte[] bytes = new byte[length];
    buffer.bytes().get(0, bytes);
    return "|" + new String(bytes, UTF_8).replace('\0', '.') + "|";
  }
}
