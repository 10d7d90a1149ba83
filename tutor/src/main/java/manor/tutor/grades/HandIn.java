package manor.tutor.grades;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import manor.tutor.grader.Grader;
import manor.tutor.grader.Verdict;
import manor.tutor.workbench.Exercise;

/**
 * What lies in the place of an answer: a text, or something that cannot be one, or nothing.
 *
 * @param text the answer
 * @param refused why what lies there is not looked at; empty if it is, or if nothing does
 */
public record HandIn(Optional<String> text, String refused) {
  private static final long MOST_BYTES = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  static final HandIn NOTHING = new HandIn(Optional.empty(), "");

  /**
   * Looks into a file, whatever bytes are in it.
   *
   * @param root the folder that it lies in, with no link in between: that could lead to the
   *     solution, which every clone holds as well
   */
  public static HandIn of(Path root, Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return NOTHING;
    }
    String name = file.getFileName().toString();
    try {
      Path place = root.toRealPath().resolve(root.relativize(file));
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || !file.toRealPath().equals(place)) {
        return new HandIn(Optional.empty(), name + " is no plain file. Links are not followed.");
      }
      if (Files.size(file) > MOST_BYTES) {
        return new HandIn(Optional.empty(), name + " is longer than a megabyte.");
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return new HandIn(Optional.of(withoutMark(text)), "");
    } catch (IOException unreadable) {
      return new HandIn(Optional.empty(), name + " cannot be read.");
    }
  }

  /** Some editors put one in front. */
  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** Has it judged. */
  public Verdict judge(Grader grader, Exercise exercise) {
    return text.map(answer -> grader.judge(exercise, answer))
        .orElseGet(() -> grader.withoutAnswer(exercise, refused));
  }
}
