package manor.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import manor.syscall.LinuxKernel;

/** The sockets, counters and lists of interests that this process holds open: proc(5). */
final class Descriptors {
  private static final List<String> KINDS = List.of("socket", "anon_inode:[event");

  static {
    openWhatTheJdkKeeps();
  }

  private Descriptors() {}

  /** The JDK's own sockets open a descriptor that stays, when the first of them is closed. */
  private static void openWhatTheJdkKeeps() {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      accepted.setSoTimeout(1000);
      client.getOutputStream().write(1);
      accepted.getInputStream().read();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** How many there are of each kind; none without a real kernel to hold them open in. */
  static Map<String, Integer> open() throws IOException {
    Map<String, Integer> open = new TreeMap<>();
    if (!LinuxKernel.isSupported()) {
      return open;
    }
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      all.map(Descriptors::target)
          .filter(target -> KINDS.stream().anyMatch(target::startsWith))
          .forEach(target -> open.merge(target.replaceAll("\\d+", "N"), 1, Integer::sum));
    }
    return open;
  }

  /** How many descriptors lead to this file. */
  static long openOn(Path file) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.map(Descriptors::target).filter(file.toString()::equals).count();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException gone) {
      return "";
    }
  }
}
