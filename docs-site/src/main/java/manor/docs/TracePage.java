package manor.docs;

import static manor.docs.JavaPaint.escaped;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * A student's own recording, as a page that stands alone: the player, the recording and the code it
 * ran are in it, and it opens from a file. Or as bare lines, for the player in the book.
 */
public final class TracePage {
  private TracePage() {}

  /**
   * The page.
   *
   * @param home the root of the repository, where the code is
   * @param title what was recorded
   * @param typed how
   * @param steps the recording's lines
   */
  public static String html(Path home, String title, String typed, List<String> steps) {
    String excerpts = Excerpts.alone(new CodeShelf(home), steps);
    return Frame.resource("trace.html")
        .replace("{{title}}", escaped(title))
        .replace("{{style}}", encoded(all("book.css", "player.css")))
        .replace("{{script}}", all("recording.js", "score.js", "player.js"))
        .replace("{{figure}}", PlayerFigure.html(typed, steps, 1, excerpts));
  }

  /** The lines, each with the line of code it happened on. */
  public static String lines(Path home, List<String> steps) {
    return String.join("\n", Excerpts.withCode(new CodeShelf(home), steps)) + "\n";
  }

  /** For an address that carries its file itself. */
  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String all(String... files) {
    return Stream.of(files)
        .map(Frame::resource)
        .reduce("", (before, file) -> before + file.stripTrailing() + "\n");
  }
}
