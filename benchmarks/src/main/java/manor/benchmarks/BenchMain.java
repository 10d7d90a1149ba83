package manor.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import manor.syscall.LinuxKernel;

/** What {@code ./manor bench} starts, in a process of its own. */
public final class BenchMain {
  private BenchMain() {}

  /**
   * Measures, prints and exits: with 0 only if no run had to be refused.
   *
   * @param args topics, none for all of them; {@code --quick}, {@code --record}, {@code --redraw}
   */
  public static void main(String[] args) {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    int status;
    try {
      status = run(args, out, err);
    } catch (IOException | IllegalArgumentException failed) {
      err.println("manor bench: " + failed.getMessage());
      status = 1;
    }
    out.flush();
    System.exit(status);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static int run(String[] args, PrintStream out, PrintStream err) throws IOException {
    Path home = Path.of(System.getProperty("manor.home", "")).toAbsolutePath();
    List<String> words = Arrays.asList(args);
    if (words.contains("--redraw")) {
      new BookPages(home).redraw();
      return 0;
    }
    if (!LinuxKernel.isSupported()) {
      throw new IOException("the benchmarks need Linux on x86-64 or aarch64 (on Windows: WSL)");
    }
    ProgressLine progress = new ProgressLine(err, Boolean.getBoolean("manor.terminal"));
    boolean quick = words.contains("--quick");
    Session session = new Session(home, quick, words.contains("--record"), out, progress);
    int status = 0;
    for (Topic topic : topics(words)) {
      status = Math.max(status, session.run(topic));
    }
    return status;
  }

  private static Set<Topic> topics(List<String> words) {
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    for (String word : words) {
      if (!word.startsWith("--")) {
        topics.add(
            Topic.named(word)
                .orElseThrow(() -> new IllegalArgumentException("there is no " + word)));
      }
    }
    return topics.isEmpty() ? EnumSet.allOf(Topic.class) : topics;
  }
}
