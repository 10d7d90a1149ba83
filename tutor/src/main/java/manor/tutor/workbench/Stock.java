package manor.tutor.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import manor.exercises.Todo;

/**
 * The pristine copy: what the build put into the jar of the exercises. {@code exercises/ID/...} are
 * the exercises, {@code chapters/...} the Java files of the chapters.
 *
 * <p>Immutable; any thread.
 */
public final class Stock {
  private final TreeMap<String, byte[]> files = new TreeMap<>();

  private Stock() {}

  /** What is on this program's class path. */
  public static Stock ofThisProgram() {
    try {
      return of(Path.of(Todo.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a jar, or the folder that a jar would be made from. */
  static Stock of(Path place) throws IOException {
    Stock stock = new Stock();
    if (Files.isDirectory(place)) {
      stock.addFolder(place);
    } else {
      stock.addJar(place);
    }
    return stock;
  }

  private void addJar(Path place) throws IOException {
    try (JarFile jar = new JarFile(place.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) jar.stream().map(ZipEntry.class::cast)::iterator) {
        if (belongs(entry.getName()) && !entry.isDirectory()) {
          try (InputStream in = jar.getInputStream(entry)) {
            files.put(entry.getName(), in.readAllBytes());
          }
        }
      }
    }
  }

  private void addFolder(Path place) throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        String name = place.relativize(file).toString().replace('\\', '/');
        if (belongs(name)) {
          files.put(name, Files.readAllBytes(file));
        }
      }
    }
  }

  private static boolean belongs(String name) {
    return name.startsWith("exercises/") || name.startsWith("chapters/");
  }

  /** The names of the files below a folder, which ends in a slash; in order. */
  public Stream<String> below(String folder) {
    return files.subMap(folder, folder + Character.MAX_VALUE).keySet().stream();
  }

  /** A text that may be missing. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(files.get(name)).map(b -> new String(b, StandardCharsets.UTF_8));
  }

  /**
   * A text that has to be there.
   *
   * @throws BrokenExerciseException if it is not
   */
  public String text(String name) {
    return find(name).orElseThrow(() -> new BrokenExerciseException(name + " is missing"));
  }
}
