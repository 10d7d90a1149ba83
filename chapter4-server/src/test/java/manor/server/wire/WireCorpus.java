package manor.server.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All cases, one file each, sorted by group and name. */
final class WireCorpus {
  private WireCorpus() {}

  /** The cases that stand beside the tests on the class path. */
  static List<WireCase> load() {
    try {
      return load(Path.of(WireCorpus.class.getResource("/wire").toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
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
