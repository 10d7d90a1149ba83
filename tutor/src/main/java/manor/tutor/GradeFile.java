package manor.tutor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that verdicts are to be written to. */
final class GradeFile {
  private final Path file;

  /**
   * Makes sure that it can be written before anybody is judged.
   *
   * @param file where; null if nobody asked for it
   * @throws Refusal when it cannot
   */
  GradeFile(Path file) {
    this.file = file;
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (Files.isDirectory(file)) {
      throw new Refusal(file + " is a folder; name a file for the verdicts");
    }
    if (!Files.isDirectory(folder)) {
      throw new Refusal("there is no folder " + folder + " to write the verdicts into");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new Refusal(file + " may not be written");
    }
  }

  void write(String text) throws IOException {
    if (file != null) {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
