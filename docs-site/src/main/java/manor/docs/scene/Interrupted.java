package manor.docs.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static manor.syscall.Syscall.check;

import java.io.IOException;
import java.io.PrintStream;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.simulator.FaultyKernel;
import manor.simulator.InjectedFault;
import manor.simulator.SystemCall;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/** A signal that comes while the steward waits for somebody. */
public final class Interrupted {
  private static final Token PRINCE = new Token(100);
  private static final int MAX_EVENTS = 8;

  private final Kernel kernel;
  private final Epoll epoll;
  private final Memory list = Memory.allocate(MAX_EVENTS * 16);

  private Interrupted(Kernel kernel, Epoll epoll) {
    this.kernel = kernel;
    this.epoll = epoll;
  }

  /** How the steward waits. */
  @FunctionalInterface
  private interface Turn {
    int ready(Interrupted scene) throws ErrnoException;
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    out.println("The prince has written. While the steward waits, a signal comes first.");
    new Narrator(kernel, out).say("He takes every error for the end:");
    play(kernel, out, Interrupted::anyErrorEndsIt);
    new Narrator(kernel, out).say("He takes an interruption for an interruption:");
    play(kernel, out, Interrupted::askedAgain);
  }

  // tag::fatal[]
  private int anyErrorEndsIt() throws ErrnoException {
    int forEver = -1;
    int answer = kernel.epoll_wait(epoll.fd().number(), list, MAX_EVENTS, forEver);
    return check("epoll_wait", answer);
  }

  // end::fatal[]

  private int askedAgain() throws ErrnoException {
    return epoll.wait(new Events(MAX_EVENTS), Epoll.FOREVER);
  }

  private static void play(Kernel real, PrintStream out, Turn turn) throws IOException {
    Kernel disturbed =
        new FaultyKernel(real).with(InjectedFault.once(SystemCall.EPOLL_WAIT, 1, Errno.EINTR));
    Narrator narrator = new Narrator(disturbed, out);
    Kernel told = narrator.kernelThatTells("epoll_wait");
    int[] ends = narrator.twoEnds();
    try (Fd prince = new Fd(disturbed, ends[0]);
        Fd friend = new Fd(disturbed, ends[1]);
        Epoll epoll = Epoll.create(told, Clock.system())) {
      epoll.addInterest(prince, PRINCE, Interest.READABLE);
      friend.write(Memory.copyOf("hello".getBytes(US_ASCII)), 0, 5);
      narrator.add("Ready: " + turn.ready(new Interrupted(told, epoll)) + ".");
    } catch (ErrnoException fatal) {
      narrator.add("The house is closed: " + fatal.getMessage());
    }
  }
}
