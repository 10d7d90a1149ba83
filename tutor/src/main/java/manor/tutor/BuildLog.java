package manor.tutor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Maven's own words, cut down to what a reader needs of them. */
final class BuildLog {
  private static final int ENOUGH = 20;

  private BuildLog() {}

  /**
   * The compiler's errors as {@code file:line: message}, or else the first errors that Maven
   * reports; empty if there are none.
   */
  static List<String> errors(Path log, Path home) throws IOException {
    List<String> errors = new ArrayList<>();
    boolean compiling = false;
    for (String line : new String(Files.readAllBytes(log), StandardCharsets.UTF_8).split("\n")) {
      if (line.contains("COMPILATION ERROR")) {
        compiling = true;
      } else if (compiling && line.matches("\\[INFO] \\d+ errors?\\s*")
          || errors.size() == ENOUGH) {
        break;
      } else if (line.startsWith("[ERROR]") || compiling && !line.startsWith("[")) {
        String text =
            line.replaceFirst("^\\[ERROR] ?", "")
                .replace(home + "/", "")
                .replaceFirst("\\.java:\\[(\\d+),\\d+]", ".java:$1:")
                .stripTrailing();
        if (!text.isEmpty()
            && !text.matches("(-> \\[Help|\\[Help|To see|Re-run|For more|After corr).*")) {
          errors.add(text);
        }
      }
    }
    return errors;
  }
}
