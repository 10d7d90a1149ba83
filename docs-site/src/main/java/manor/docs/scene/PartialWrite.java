package manor.docs.scene;

import static manor.syscall.Syscall.check;

import java.io.IOException;
import manor.docs.player.Recorder;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;

/** A letter that is longer than the way has room: what is left waits until there is room again. */
public final class PartialWrite {
  private static final int LENGTH = 100_000;
  private static final int SIP = 40_000;
  private static final Token READER = new Token(100);

  private final Recorder recorder;
  private final Events events = new Events(8);
  private final Memory letter = Memory.allocate(LENGTH);
  private int written;

  private PartialWrite(Recorder recorder) {
    this.recorder = recorder;
  }

  /** Plays the scene. */
  public static void play(Recorder recorder, Kernel kernel) throws IOException {
    recorder.title("A partial write: 100,000 bytes, and room for 65,536");
    recorder.fold("A pipe is made, and an empty list.");
    Meanwhile outside = new Meanwhile(kernel);
    Kernel steward = recorder.kernel(outside.kernel(), "steward");
    Memory pair = Memory.allocate(2 * Integer.BYTES);
    check("pipe2", steward.pipe2(pair, Linux.O_NONBLOCK | Linux.O_CLOEXEC));
    try (Fd out = new Fd(steward, pair.getInt(Integer.BYTES));
        Fd in = new Fd(recorder.kernel(kernel, "reader"), pair.getInt(0));
        Epoll epoll = Epoll.create(steward, Clock.system())) {
      recorder.name(out.number(), "the pipe");
      recorder.name(in.number(), "the pipe");
      recorder.fold(null);
      PartialWrite scene = new PartialWrite(recorder);
      outside.then(() -> scene.sip(in)).then(() -> scene.sip(in)).then(() -> scene.sip(in));
      scene.send(epoll, out);
      recorder.fold("Everybody leaves.");
    }
  }

  private void sip(Fd in) throws IOException {
    recorder.say("While the steward sleeps, the reader takes some of it.");
    in.read(Memory.allocate(SIP), 0, SIP);
  }

  // tag::send[]
  private void send(Epoll epoll, Fd out) throws IOException {
    recorder.say("A letter of " + LENGTH + " bytes. The steward writes what there is room for.");
    pump(out);
    recorder.say("The rest has to wait: he asks to be told when there is room, and sleeps.");
    epoll.addInterest(out, READER, Interest.WRITABLE);
    while (written < LENGTH) {
      epoll.wait(events, Epoll.FOREVER);
      pump(out);
    }
    recorder.say("All is written. From now on he no longer asks for room, which there always is.");
    epoll.removeInterest(out);
  }

  private void pump(Fd out) throws IOException {
    while (written < LENGTH) {
      int count = out.write(letter, written, LENGTH - written);
      if (count == Fd.WOULD_BLOCK) {
        return;
      }
      written += count;
    }
  }
  // end::send[]
}
