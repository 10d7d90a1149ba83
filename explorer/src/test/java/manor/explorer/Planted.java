package manor.explorer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A class of the runtime with a fault planted in it.
 *
 * @param in which scenario shows it
 * @param what is wrong, in words
 * @param type the class
 * @param sound what stands there
 * @param broken what stands there instead
 */
record Planted(Scenarios in, String what, String type, String sound, String broken) {
  private static final Path SOURCES = Path.of("../chapter5-runtime/src/main/java");

  /** The broken class, and those within it, by name. */
  Map<String, byte[]> classes() throws Exception {
    String source = Files.readString(SOURCES.resolve(type.replace('.', '/') + ".java"));
    assertTrue(
        source.contains(sound),
        () -> "The fault '" + what + "' cannot be planted: " + type + " no longer has\n" + sound);
    return SourceCompiler.compile(type, source.replace(sound, broken));
  }

  @Override
  public String toString() {
    return what;
  }
}
