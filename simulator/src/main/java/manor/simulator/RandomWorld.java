package manor.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import manor.syscall.Errno;

/**
 * A world made up from a seed: how large the machine is, who comes and how they behave, and what
 * goes wrong. The same seed makes the same world, and everything in it happens the same way.
 */
public final class RandomWorld {
  private static final long MILLI = ServedWorld.MILLI;
  private static final int[] BUFFERS = {300, 2_000, 20_000, 131_072, 2_626_560};

  private final long seed;
  private final SplittableRandom random;
  private final ServedWorld world;
  private final List<String> happenings = new ArrayList<>();
  private int harm;

  private RandomWorld(long seed, Consumer<String> trace) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    int send = BUFFERS[random.nextInt(BUFFERS.length)];
    int receive = BUFFERS[random.nextInt(BUFFERS.length)];
    int descriptors = random.nextInt(4) == 0 ? random.nextInt(5, 9) : 100;
    MachineSize size = MachineSize.USUAL.buffers(send, receive).descriptors(descriptors);
    this.world = new ServedWorld(size, trace);
    happenings.add(size.toString());
  }

  /**
   * Makes the world of a seed and lets it run to its end.
   *
   * @param trace hears every system call of the server, as strace writes it; or null
   * @return what went wrong, nothing if all is well
   */
  public static List<String> run(long seed, Consumer<String> trace) {
    RandomWorld random = new RandomWorld(seed, trace);
    random.disturb();
    for (int i = random.random.nextInt(1, 7); i > 0; i--) {
      random.invite(i);
    }
    random.world.run();
    if (trace != null) {
      random.happenings.forEach(trace);
      random.world.guests().forEach(guest -> trace.accept(guest.toString()));
    }
    return random.complaints();
  }

  // What goes wrong.

  private void disturb() {
    FaultyKernel kernel = world.kernel();
    if (random.nextInt(3) == 0) {
      kernel.cutReads(random.nextInt(1, 2000));
    }
    if (random.nextInt(3) == 0) {
      kernel.cutWrites(random.nextInt(1, 2000));
    }
    if (random.nextInt(4) == 0) {
      kernel.interruptEvery(random.nextInt(2, 20));
    }
    if (random.nextInt(4) == 0) {
      kernel.wakeInVainEvery(random.nextInt(3, 20));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      harmless();
    }
    if (random.nextInt(4) == 0) {
      harmful();
    }
  }

  private void harmless() {
    SystemCall[] calls = {
      SystemCall.READ, SystemCall.WRITE, SystemCall.ACCEPT4, SystemCall.ACCEPT4
    };
    SystemCall call = calls[random.nextInt(calls.length)];
    int[] errors = {Errno.EMFILE, Errno.ENFILE, Errno.ENOBUFS, Errno.ENOMEM, Errno.EAGAIN};
    int errno = call == SystemCall.ACCEPT4 ? errors[random.nextInt(5)] : Errno.EAGAIN;
    add(InjectedFault.once(call, random.nextInt(1, 60), errno));
  }

  private void harmful() {
    SystemCall[] calls = {
      SystemCall.READ, SystemCall.WRITE, SystemCall.EPOLL_CTL, SystemCall.ACCEPT4
    };
    SystemCall call = calls[random.nextInt(calls.length)];
    List<Errno> errors = call.errors();
    int errno = errors.get(random.nextInt(errors.size())).number();
    add(InjectedFault.once(call, random.nextInt(6, 60), errno));
    harm++;
  }

  private void add(InjectedFault fault) {
    world.kernel().with(fault);
    happenings.add(fault.toString());
  }

  // Who comes.

  private void invite(int number) {
    List<Errand> errands = new ArrayList<>();
    int count = random.nextInt(1, 5);
    for (int i = 0; i < count; i++) {
      errands.add(Errand.random(random, i == count - 1));
    }
    Script script = Script.start().pause(MILLI + random.nextLong(300 * MILLI));
    script = script.connect(ServedWorld.address());
    if (random.nextInt(4) == 0) {
      script = script.readSlowly(random.nextInt(500, 5000), random.nextLong(1, 5 * MILLI));
    }
    boolean stays = random.nextInt(5) > 0;
    script = stays ? stay(script, errands) : leave(script, errands);
    String name = "guest " + number + (stays ? "" : ", who leaves,");
    world.invite(name, script, errands, stays);
  }

  private Script stay(Script start, List<Errand> errands) {
    Script script = start;
    int answered = 0;
    boolean pipelines = random.nextBoolean();
    for (Errand errand : errands) {
      script = send(script, errand.request());
      answered += errand.answer().length;
      script = pipelines ? script : script.awaitBytes(answered);
    }
    return script.awaitEnd().close();
  }

  private Script leave(Script start, List<Errand> errands) {
    byte[] all = Guest.requests(errands);
    byte[] some = Arrays.copyOf(all, random.nextInt(all.length + 1));
    Script script = send(start, some).pause(random.nextLong(20 * MILLI));
    return switch (random.nextInt(4)) {
      case 0 -> script.close();
      case 1 -> script.reset();
      case 2 -> script.vanish();
      default -> script.stopReading().pause(ServedWorld.SECOND).close();
    };
  }

  private Script send(Script script, byte[] bytes) {
    return switch (random.nextInt(4)) {
      case 0 -> script.sendPieces(bytes, pieces(bytes), random.nextLong(1, MILLI));
      case 1 -> script.sendPieces(bytes, pieces(bytes), 1);
      default -> script.send(bytes);
    };
  }

  /** Small pieces, but not too many. */
  private int pieces(byte[] bytes) {
    return Math.max(random.nextInt(1, 200), bytes.length / 300);
  }

  // How it went.

  private List<String> complaints() {
    List<String> complaints = new ArrayList<>(world.complaints());
    int lost = 0;
    for (Guest guest : world.guests()) {
      boolean isLost = guest.fate() == Guest.Fate.LOST;
      lost += isLost ? 1 : 0;
      if (guest.fate() == Guest.Fate.WRONG || isLost && lost > harm && !world.isRefused()) {
        complaints.add(guest.toString());
      }
    }
    return complaints.stream().map(complaint -> "seed " + seed + ": " + complaint).toList();
  }
}
