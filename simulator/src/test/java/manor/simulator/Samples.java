package manor.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that both kernels are given. */
final class Samples {
  static final String PLAIN = "hello, file";
  static final String INNER = "within";

  private Samples() {}

  static Path plant(Path top) throws IOException {
    Files.writeString(top.resolve("plain"), PLAIN);
    Files.createDirectory(top.resolve("sub"));
    Files.writeString(top.resolve("sub/inner"), INNER);
    Files.createSymbolicLink(top.resolve("link"), Path.of("plain"));
    Files.createSymbolicLink(top.resolve("loop"), Path.of("loop"));
    return top;
  }
}
