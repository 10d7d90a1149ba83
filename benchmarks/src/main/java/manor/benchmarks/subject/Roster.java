package manor.benchmarks.subject;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who can be measured on this machine. Whoever cannot is named, with the reason, to the listener.
 *
 * <p>Threads: one.
 */
public final class Roster {
  private static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmx256m",
          "--enable-native-access=ALL-UNNAMED",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "--sun-misc-unsafe-memory-access=allow");

  private final Path folder;
  private final Consumer<String> leftOut;
  private final CompilerOfC compiler;

  /** Null until somebody asks for it. */
  private Optional<Path> loop;

  /**
   * Looks around only when it is asked for somebody.
   *
   * @param folder where programs and their logs may be put
   * @param leftOut told who is left out, and why
   */
  public Roster(Path folder, Consumer<String> leftOut) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.leftOut = leftOut;
    this.compiler = new CompilerOfC(folder, leftOut);
  }

  /** What the Java virtual machines of all subjects are started with. */
  public static String javaOptions() {
    return String.join(" ", JVM.subList(0, 2));
  }

  /** Where the subjects complain. */
  public Path log() {
    return folder.resolve("subjects.log");
  }

  /** Those that answer HTTP: the C loop first, if there is one, since the others follow it. */
  public List<Subject> http() throws IOException {
    List<Subject> all =
        new ArrayList<>(cLoop("c", "C epoll loop", "epoll", "http").stream().toList());
    all.add(java("manor", "Manor, chapter 4"));
    all.add(java("runtime", "Manor, chapter 5"));
    all.add(java("netty", "Netty, native epoll"));
    all.add(java("microhttp", "microhttp"));
    all.add(java("nio", "NIO Selector loop"));
    all.add(java("jdk", "JDK HttpServer"));
    nginx().ifPresent(all::add);
    return all;
  }

  /** Those that say what they hear. */
  public List<Subject> echo() throws IOException {
    List<Subject> all =
        new ArrayList<>(cLoop("c", "C epoll loop", "epoll", "echo").stream().toList());
    all.add(java("runtime-echo", "Manor, chapter 5"));
    all.add(java("netty-echo", "Netty, native epoll"));
    return all;
  }

  /** The same loop around epoll, poll and select, and the two ways a Selector may go. */
  public List<Subject> waiting() throws IOException {
    List<Subject> all = new ArrayList<>();
    for (String way : List.of("epoll", "poll", "select")) {
      cLoop("c-" + way, "C, " + way, way, "http").ifPresent(all::add);
    }
    all.add(java("nio", "NIO, epoll"));
    all.add(nioWithPoll());
    all.add(java("manor", "Manor, chapter 4"));
    return all;
  }

  private Subject nioWithPoll() {
    List<String> command = new ArrayList<>(java("nio", "").command());
    command.add(1, "-Djava.nio.channels.spi.SelectorProvider=sun.nio.ch.PollSelectorProvider");
    return new Subject("nio-poll", "NIO, poll", command);
  }

  private static Subject java(String name, String label) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    String classes = Path.of(System.getProperty("java.class.path")).toAbsolutePath().toString();
    command.addAll(List.of("-cp", classes, SubjectMain.class.getName(), name));
    return new Subject(name, label, command);
  }

  // ---- the C loop ----

  private Optional<Subject> cLoop(String name, String label, String way, String speaks)
      throws IOException {
    if (loop == null) {
      loop = compiler.compile("loop");
    }
    return loop.map(file -> new Subject(name, label, List.of(file.toString(), way, speaks)));
  }

  // ---- nginx ----

  private Optional<Subject> nginx() throws IOException {
    Optional<Path> program = Programs.find("nginx");
    if (program.isEmpty()) {
      leftOut.accept("nginx: it is not installed here.");
      return Optional.empty();
    }
    int port = freePort();
    Path home = Files.createDirectories(folder.resolve("nginx"));
    try (InputStream text = Roster.class.getResourceAsStream("/manor/benchmarks/nginx.conf")) {
      String conf = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      conf = conf.replace("@PORT@", String.valueOf(port)).replace("@HOME@", home.toString());
      Files.writeString(home.resolve("nginx.conf"), conf);
    }
    String script = "\"$0\" -c \"$1\" & echo port $2; cat >/dev/null; kill $!; wait";
    String conf = home.resolve("nginx.conf").toString();
    List<String> command =
        List.of("sh", "-c", script, program.get().toString(), conf, String.valueOf(port));
    return Optional.of(new Subject("nginx", "nginx", command));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
