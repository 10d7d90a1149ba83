package manor.server.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All cases, one file each, sorted by group and name. */
final class WireCorpus {
  private WireCorpus() {}

  /** The cases that stand beside the tests on the class path, in a folder or in a jar. */
  static List<WireCase> load() {
    try {
      URI root = WireCorpus.class.getResource("/wire").toURI();
      return root.getScheme().equals("jar") ? loadFromJar(root) : load(Path.of(root));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<WireCase> loadFromJar(URI root) {
    try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
      return load(jar.getPath("/wire"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<WireCase> load(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".wire"))
          .sorted()
          .map(file -> read(root, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WireCase read(Path root, Path file) {
    String name = root.relativize(file).toString().replace('\\', '/').replaceAll("\\.wire$", "");
    try {
      return WireCaseParser.parse(name, Files.readAllLines(file, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
