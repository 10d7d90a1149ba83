package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can only be seen in the source tree itself. */
class SourceTreeTest {
  private static final Path HOUSE = Path.of("").toAbsolutePath().getParent();

  @Test
  void everySourceFileLivesInAManorPackage() throws IOException {
    List<Path> sources = javaFiles();
    assertFalse(sources.isEmpty());
    assertEquals(
        List.of(),
        sources.stream().filter(file -> !file.startsWith(rooms(file).resolve("manor"))).toList());
  }

  /** Also of rooms that the tutor is not built with. */
  @Test
  void oneFileNameStandsForOneThing() throws IOException {
    Set<String> seen = new HashSet<>();
    assertEquals(
        List.of(),
        javaFiles().stream()
            .filter(file -> HOUSE.relativize(file).startsWith(mainSources(file)))
            .filter(file -> !isFirst(file, seen))
            .toList());
  }

  private static Path mainSources(Path file) {
    return HOUSE.relativize(file).getName(0).resolve("src/main/java");
  }

  private static boolean isFirst(Path file, Set<String> seen) {
    String name = file.getFileName().toString();
    return name.equals("package-info.java") || seen.add(name);
  }

  /** The source root of a file: {@code module/src/main/java} or {@code module/src/test/java}. */
  private static Path rooms(Path file) {
    return file.getRoot().resolve(file.subpath(0, HOUSE.getNameCount() + 4));
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.find(HOUSE, 32, (file, kind) -> isSource(file))) {
      return files.toList();
    }
  }

  private static boolean isSource(Path file) {
    Path inside = HOUSE.relativize(file);
    return inside.getNameCount() > 4
        && inside.getName(1).toString().equals("src")
        && inside.toString().endsWith(".java")
        && !inside.startsWith("exercises/src/main/exercises");
  }
}
