package manor.syscall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static manor.syscall.Linux.AF_UNIX;
import static manor.syscall.Linux.SOCK_CLOEXEC;
import static manor.syscall.Linux.SOCK_NONBLOCK;
import static manor.syscall.Linux.SOCK_STREAM;
import static manor.syscall.Syscall.check;

import java.io.IOException;
import java.io.PrintStream;

/**
 * Chapter 1 on screen: two ends of a connection, a handful of system calls, and what each answered.
 * Every line with an {@code =} in it was printed by {@link TracingKernel} as the call returned.
 */
public final class SyscallDemo {
  private final Kernel kernel;
  private final PrintStream out;
  private final Memory memory = Memory.allocate(64);

  private SyscallDemo(Kernel kernel, PrintStream out) {
    this.kernel = new TracingKernel(kernel, line -> out.println(narrow(line)));
    this.out = out;
  }

  /**
   * Shows the chapter's idea.
   *
   * @throws IOException when the kernel refuses what it has no reason to refuse
   */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    new SyscallDemo(kernel, out).show();
  }

  private void show() throws IOException {
    out.println("Prince Socket stands at the border. Nothing crosses it but system calls: numbers");
    out.println("go in, and one number comes back, a result or an errno.");

    say("The kernel makes two sockets that are connected, and answers with their numbers.");
    int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    check("socketpair", kernel.socketpair(AF_UNIX, type, 0, memory));
    // tag::use[]
    try (Fd prince = new Fd(kernel, memory.getInt(0));
        Fd steward = new Fd(kernel, memory.getInt(Integer.BYTES))) {
      say("A result of zero or more: how many bytes went in at one end.");
      byte[] greeting = "Good evening.\n".getBytes(UTF_8);
      memory.bytes().put(0, greeting);
      prince.write(memory, 0, greeting.length);

      say("And how many came out at the other.");
      steward.read(memory, 0, memory.size());
      // end::use[]

      say("Nothing more is there. A socket that may not wait says EAGAIN: ask again later.");
      int again = steward.read(memory, 0, memory.size());
      out.println("Not a failure, so Fd makes it a value: WOULD_BLOCK, " + again + ".");

      closeAndReadOn(prince, steward);
    }
  }

  private void closeAndReadOn(Fd prince, Fd steward) throws IOException {
    say("The prince leaves. His end is closed, and the kernel may give its number away.");
    prince.close();

    say("The steward reads zero bytes, which is the end of all that was said.");
    steward.read(memory, 0, memory.size());

    say("Someone else may have the prince's old number now, so nobody may use it again.");
    out.println("A closed Fd asks with -1, which is nobody's, and throws what comes back.");
    try {
      prince.read(memory, 0, memory.size());
    } catch (ErrnoException refused) {
      out.println("In Java that is " + refused.getClass().getSimpleName() + ":");
      out.println("  " + refused.getMessage());
    }

    say("The steward closes his end too, and nothing stays open.");
  }

  /** Without the column strace puts its results in, a line fits 80. */
  private static String narrow(String line) {
    return line.replaceFirst(" +=", " =");
  }

  private void say(String sentence) {
    out.println();
    out.println(sentence);
  }
}
