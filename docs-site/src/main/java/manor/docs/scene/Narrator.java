package manor.docs.scene;

import static manor.syscall.Linux.AF_UNIX;
import static manor.syscall.Linux.SOCK_CLOEXEC;
import static manor.syscall.Linux.SOCK_NONBLOCK;
import static manor.syscall.Linux.SOCK_STREAM;
import static manor.syscall.Syscall.check;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Set;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.syscall.TracingKernel;

/** Tells a scene: sentences, and every call as it returns. */
final class Narrator {
  private final PrintStream out;
  private final Kernel quiet;
  private final Kernel traced;

  Narrator(Kernel kernel, PrintStream out) {
    this.out = out;
    this.quiet = kernel;
    this.traced = new TracingKernel(kernel, line -> out.println(narrow(line)));
  }

  /** A kernel whose calls are told. */
  Kernel kernel() {
    return traced;
  }

  /** A kernel of whose calls only those of these names are told. */
  Kernel kernelThatTells(String... calls) {
    Set<String> told = Set.of(calls);
    return new TracingKernel(
        quiet,
        line -> {
          if (told.contains(line.substring(0, line.indexOf('(')))) {
            out.println(narrow(line));
          }
        });
  }

  /** The same without a word. */
  Kernel quiet() {
    return quiet;
  }

  /** A sentence, with a line left free above it. */
  void say(String sentence) {
    out.println();
    out.println(sentence);
  }

  /** A line that belongs to what stands above it. */
  void add(String line) {
    out.println(line);
  }

  /** The numbers of two connected sockets, made without a word. */
  int[] twoEnds() throws IOException {
    return twoEnds(quiet);
  }

  /** The numbers of two connected sockets. */
  static int[] twoEnds(Kernel kernel) throws IOException {
    Memory pair = Memory.allocate(2 * Integer.BYTES);
    int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    check("socketpair", kernel.socketpair(AF_UNIX, type, 0, pair));
    return new int[] {pair.getInt(0), pair.getInt(Integer.BYTES)};
  }

  /** Without the column of the results, most of a long text and of an address, a line fits 80. */
  private static String narrow(String line) {
    return line.replaceFirst("(\"[^\"]{8})[^\"]*\"\\.\\.\\.", "$1\"...")
        .replaceFirst("\\{sa_family=\\w+, (sin_port=\\w+\\(\\d+\\)), [^}]*}", "{$1, ...}")
        .replaceFirst(" +=", " =");
  }
}
