package manor.tutor.grader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import manor.epoll.Epoll;
import manor.exercises.Todo;
import manor.http.Request;
import manor.runtime.Runtime;
import manor.server.Server;
import manor.simulator.World;
import manor.syscall.Kernel;

/** The house as this program was built with it: its jars, and its class files. */
final class HouseClasses {
  private HouseClasses() {}

  /** The jars, or folders, that an answer may be compiled against: none of them holds tests. */
  static List<Path> jars() {
    return Stream.of(
            Kernel.class,
            Epoll.class,
            Request.class,
            Server.class,
            Runtime.class,
            World.class,
            Todo.class)
        .map(HouseClasses::place)
        .distinct()
        .toList();
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A class file of the house, or one of its tests. */
  static Optional<byte[]> find(String name) {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = HouseClasses.class.getClassLoader().getResourceAsStream(file)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a class uses, with the classes inside it. */
  static List<Use> usesOf(String className) {
    List<Use> all = new ArrayList<>();
    Set<String> read = new TreeSet<>();
    List<String> next = new ArrayList<>(List.of(className));
    while (!next.isEmpty()) {
      String name = next.remove(next.size() - 1);
      if (Inspector.isWithin(className, name) && read.add(name)) {
        List<Use> uses = find(name).map(Inspector::uses).orElse(List.of());
        uses.forEach(use -> next.add(use.owner()));
        all.addAll(uses);
      }
    }
    all.removeIf(use -> Inspector.isWithin(className, use.owner()));
    return all;
  }
}
