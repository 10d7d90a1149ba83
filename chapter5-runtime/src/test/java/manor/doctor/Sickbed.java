package manor.doctor;

import static manor.syscall.Linux.AF_UNIX;
import static manor.syscall.Linux.SOCK_CLOEXEC;
import static manor.syscall.Linux.SOCK_NONBLOCK;
import static manor.syscall.Linux.SOCK_STREAM;
import static manor.syscall.Syscall.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.io.Handle;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.runtime.VirtualTime;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.task.Context;
import manor.task.Future;
import manor.task.JsonLedger;
import manor.task.Ledger;
import manor.task.Poll;

/**
 * A runtime in which a program runs until nothing moves any more, and what the doctor says then.
 */
final class Sickbed implements AutoCloseable {
  /** A program for a runtime. */
  interface Program {
    void start(Sickbed bed) throws Exception;
  }

  /** The two ends of a connection. */
  record Pair(Fd guest, Fd friend) {}

  private static final int ROUNDS = 150;

  /** Even those who never rest get older with every look at the clock. */
  private static final long MOMENT = 10_000_000;

  final Runtime runtime;
  final Handle handle;

  /** The kernel behind the runtime's: what is done through it stays unheard. */
  final Kernel quiet;

  final Memory memory = Memory.allocate(64);
  private final List<Fd> opened = new ArrayList<>();

  private Sickbed(Kernel kernel, Ledger ledger) throws ErrnoException {
    VirtualTime time = new VirtualTime();
    quiet = time.over(kernel);
    long[] looks = new long[1];
    Clock ageing = () -> time.nanos() + MOMENT * ++looks[0];
    runtime = Runtime.open(quiet, RuntimeOptions.standard().with(ageing).with(ledger));
    handle = runtime.handle();
  }

  /** What a doctor who listened says when nothing moves any more. */
  static List<Diagnosis> live(Kernel kernel, Program program) throws Exception {
    Doctor doctor = new Doctor();
    try (Sickbed bed = new Sickbed(kernel, doctor)) {
      program.start(bed);
      bed.rest();
      return doctor.examine();
    }
  }

  /** What a doctor says who reads the recording of a run that was ended. */
  static List<Diagnosis> afterwards(Kernel kernel, Program program) throws Exception {
    List<String> lines = recording(kernel, program);
    return Doctor.examine(lines);
  }

  static List<String> recording(Kernel kernel, Program program) throws Exception {
    List<String> lines = new ArrayList<>();
    try (Sickbed bed = new Sickbed(kernel, new JsonLedger(lines::add))) {
      program.start(bed);
      bed.rest();
    }
    return lines;
  }

  /** Everyone gets many turns, and then time passes in which only news wake anyone. */
  void rest() throws Exception {
    int[] rounds = new int[1];
    Future<Void> bustle =
        context -> {
          if (rounds[0]++ < ROUNDS) {
            context.waker().wakeByRef();
            return Poll.pending();
          }
          return Poll.ready(null);
        };
    runtime.blockOn(bustle.then(done -> handle.sleep(Duration.ofSeconds(1))));
  }

  /** A connection made through {@code kernel}. */
  Pair pair(Kernel kernel) throws ErrnoException {
    int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    check("socketpair", kernel.socketpair(AF_UNIX, type, 0, memory));
    Pair pair =
        new Pair(new Fd(kernel, memory.getInt(0)), new Fd(kernel, memory.getInt(Integer.BYTES)));
    opened.add(pair.guest);
    opened.add(pair.friend);
    return pair;
  }

  Pair pair() throws ErrnoException {
    return pair(handle.kernel());
  }

  /** An epoll instance beside the driver's. */
  Epoll epoll() throws ErrnoException {
    Epoll epoll = Epoll.create(handle.kernel(), Clock.system());
    opened.add(epoll.fd());
    return epoll;
  }

  /** To be closed in the end. */
  void keep(Fd fd) {
    opened.add(fd);
  }

  void says(Pair pair, int count) throws ErrnoException {
    pair.friend.write(memory, 0, count);
  }

  /** Lets everyone else have a turn, and the driver too. */
  static boolean yields(Context context) {
    context.waker().wakeByRef();
    return true;
  }

  @Override
  public void close() {
    runtime.close();
    opened.forEach(Fd::close);
  }
}
