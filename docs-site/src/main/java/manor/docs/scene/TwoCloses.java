package manor.docs.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintStream;
import manor.syscall.Errno;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/**
 * A descriptor that two owners close: the second close shuts a stranger's door. The numbers are
 * steady ones, so that the stranger is never a file of the Java machine itself.
 */
public final class TwoCloses {
  private final Narrator narrator;
  private final Kernel kernel;

  private TwoCloses(Narrator narrator) {
    this.narrator = narrator;
    this.kernel = narrator.kernel();
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    TwoCloses scene = new TwoCloses(new Narrator(SteadyKernel.over(kernel), out));
    out.println("Two owners hold one number, and each of them tidies up.");
    scene.twice();
    scene.once();
  }

  private void twice() throws IOException {
    // tag::free[]
    int[] guest = narrator.twoEnds();
    narrator.say("The first owner closes. The number is free.");
    kernel.close(guest[0]);

    narrator.say("A stranger arrives, and the kernel gives him the lowest free number.");
    int stranger = kernel.eventfd(0, 0);
    // end::free[]

    // tag::again[]
    narrator.say("The second owner closes as well. The kernel sees nothing wrong.");
    kernel.close(guest[0]);

    narrator.say("Only the stranger does: his door is shut, and he did not shut it.");
    int answer = kernel.write(stranger, Memory.copyOf("\1\0\0\0\0\0\0\0".getBytes(US_ASCII)), 0, 8);
    narrator.add(
        "He is told " + Errno.of(-answer).name() + ", in a line of code that has no fault.");
    // end::again[]
    narrator.quiet().close(guest[1]);
  }

  private void once() throws IOException {
    int[] guest = narrator.twoEnds();
    // tag::once[]
    narrator.say("Now the number has one owner, an Fd, and it may be closed as often as you like.");
    Fd owner = new Fd(kernel, guest[0]);
    owner.close();
    Fd stranger = Fd.of(kernel, "eventfd", kernel.eventfd(0, 0));
    owner.close();
    // end::once[]

    narrator.say("The second close made no call at all. The stranger's door stands open.");
    stranger.write(Memory.copyOf("\1\0\0\0\0\0\0\0".getBytes(US_ASCII)), 0, 8);
    stranger.close();
    narrator.quiet().close(guest[1]);
  }
}
