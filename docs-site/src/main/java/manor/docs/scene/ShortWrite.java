package manor.docs.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static manor.syscall.Linux.O_CLOEXEC;
import static manor.syscall.Linux.O_NONBLOCK;
import static manor.syscall.Syscall.check;

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

/** An answer that is longer than the room there is, and a writer who does not look. */
public final class ShortWrite {
  private static final int LENGTH = 150_000;

  /** fcntl(2): how much a pipe holds. */
  private static final int F_SETPIPE_SZ = 1031;

  private static final int ROOM = 65_536;

  private final Narrator narrator;
  private final Memory answer = Memory.copyOf("manor ".repeat(LENGTH / 6).getBytes(US_ASCII));
  private final Memory desk = Memory.allocate(LENGTH);
  private final Events events = new Events(1);
  private int received;

  private ShortWrite(Narrator narrator) {
    this.narrator = narrator;
  }

  /** What the writer does. */
  @FunctionalInterface
  private interface Way {
    void write(ShortWrite scene, Fd guest, Fd reader) throws IOException;
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    out.println("An answer of 150,000 bytes, and a guest who reads slowly. A pipe stands for the");
    out.println("connection, for the kernel says how much a pipe holds: 65,536 bytes.");
    Narrator narrator = new Narrator(kernel, out);
    narrator.say("Whoever writes, and goes:");
    play(narrator, ShortWrite::once);
    narrator.say("Whoever believes the answer, and waits for room:");
    play(narrator, ShortWrite::untilAllIsWritten);
  }

  // tag::once[]
  private void once(Fd guest, Fd reader) throws IOException {
    guest.write(answer, 0, LENGTH);
  }

  // end::once[]

  private void untilAllIsWritten(Fd guest, Fd reader) throws IOException {
    try (Epoll epoll = Epoll.create(narrator.quiet(), Clock.system())) {
      // tag::all[]
      epoll.addInterest(guest, new Token(101), Interest.WRITABLE);
      int written = 0;
      while (written < LENGTH) {
        int answered = guest.write(answer, written, LENGTH - written);
        if (answered == Fd.WOULD_BLOCK) {
          read(reader);
          epoll.wait(events, Epoll.FOREVER);
        } else {
          written += answered;
        }
      }
      // end::all[]
    }
  }

  /** The guest's turn. */
  private void read(Fd reader) throws ErrnoException {
    received += Math.max(0, reader.read(desk, 0, LENGTH));
  }

  private static void play(Narrator narrator, Way way) throws IOException {
    Memory pair = Memory.allocate(2 * Integer.BYTES);
    check("pipe2", narrator.quiet().pipe2(pair, O_NONBLOCK | O_CLOEXEC));
    int writing = pair.getInt(Integer.BYTES);
    check("fcntl", narrator.quiet().fcntl(writing, F_SETPIPE_SZ, ROOM));
    ShortWrite scene = new ShortWrite(narrator);
    try (Fd reader = new Fd(narrator.quiet(), pair.getInt(0))) {
      try (Fd guest = new Fd(narrator.kernelThatTells("write"), writing)) {
        way.write(scene, guest, reader);
      }
      scene.read(reader);
      narrator.add("The guest has " + scene.received + " bytes, and then the end of file.");
    }
  }
}
