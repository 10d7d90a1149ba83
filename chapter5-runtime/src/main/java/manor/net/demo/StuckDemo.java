package manor.net.demo;

import static manor.syscall.Linux.AF_UNIX;
import static manor.syscall.Linux.SOCK_CLOEXEC;
import static manor.syscall.Linux.SOCK_NONBLOCK;
import static manor.syscall.Linux.SOCK_STREAM;
import static manor.syscall.Syscall.check;

import java.io.PrintStream;
import java.time.Duration;
import manor.doctor.Diagnosis;
import manor.doctor.Doctor;
import manor.epoll.Interest;
import manor.io.ReadyEvent;
import manor.io.Registration;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.task.Future;
import manor.task.Poll;

/**
 * Chapter 5 on screen: three tasks that will never be polled again, each for a reason of its own,
 * and what the {@link Doctor} says of them.
 */
public final class StuckDemo {
  private static final int SHOWN = 76;
  private static final Duration A_WHILE = Duration.ofMillis(20);

  private final Runtime runtime;
  private final Memory memory = Memory.allocate(16);

  private StuckDemo(Runtime runtime) {
    this.runtime = runtime;
  }

  /**
   * Shows the chapter's idea.
   *
   * @throws Exception when the kernel refuses what it has no reason to refuse
   */
  public static void run(Kernel kernel, PrintStream out) throws Exception {
    run(kernel, RuntimeOptions.standard(), out);
  }

  /** The same, with a ledger besides the doctor. */
  public static void run(Kernel kernel, RuntimeOptions options, PrintStream out) throws Exception {
    Doctor doctor = new Doctor();
    RuntimeOptions both = options.with(options.ledger().and(doctor));
    try (Runtime runtime = Runtime.open(kernel, both)) {
      new StuckDemo(runtime).run();
      out.println("Three tasks wait, and will wait for ever. The doctor has listened:");
      for (Diagnosis diagnosis : doctor.examine()) {
        out.println();
        diagnosis.toString().lines().forEach(line -> print(out, line));
      }
    }
  }

  private void run() throws Exception {
    Memory pair = Memory.allocate(2 * Integer.BYTES);
    int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    Kernel kernel = runtime.handle().kernel();
    check("socketpair", kernel.socketpair(AF_UNIX, type, 0, pair));
    try (Fd friend = new Fd(kernel, pair.getInt(Integer.BYTES))) {
      Fd guest = new Fd(kernel, pair.getInt(0));
      Registration letters = runtime.handle().register(guest, Interest.READABLE);
      friend.write(memory, 0, 10);
      runtime.spawn(forgets());
      runtime.spawn(letsGo());
      runtime.spawn(readsOnce(guest, letters));
      runtime.blockOn(Future.ready(null).then(begun -> runtime.handle().sleep(A_WHILE)));
    }
  }

  // tag::ill[]
  /** Pending, and nobody was told whom to wake. */
  private static Future<Void> forgets() {
    return context -> Poll.pending();
  }

  /** The waker is left, and dropped again. */
  private static Future<Void> letsGo() {
    return context -> {
      context.waker().clone().drop();
      return Poll.pending();
    };
  }

  /** Of ten bytes four are read; then the readiness is taken away, as if there were no more. */
  private Future<Void> readsOnce(Fd guest, Registration letters) {
    return Future.loop(
        () ->
            letters
                .readiness(Interest.READABLE)
                .map(
                    (ReadyEvent event) -> {
                      guest.read(memory, 0, 4);
                      return letters.clearReadiness(event);
                    }));
  }

  // end::ill[]

  private static void print(PrintStream out, String line) {
    String rest = line;
    while (rest.length() > SHOWN && rest.lastIndexOf(' ', SHOWN) > 2) {
      int fold = rest.lastIndexOf(' ', SHOWN);
      out.println(rest.substring(0, fold));
      rest = "    " + rest.substring(fold + 1);
    }
    out.println(rest);
  }
}
