package manor.tutor.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far the student has come: {@code exercises/work/progress.txt}, a line for each exercise that
 * something is known of.
 *
 * <pre>
 *   modify-interest passed hints=2
 *   rearm-oneshot gave-up hints=4
 *   now drain-the-edge
 * </pre>
 *
 * <p>The file is sorted, holds no times and no places, and so merges well and moves between
 * machines. Lines that are not understood are kept as they are. One thread; every change is written
 * at once.
 */
public final class Progress {
  private static final String HEAD = "# Your progress through the exercises of Socket Manor.";

  private final Path file;
  private final Map<String, Mark> marks = new TreeMap<>();
  private final List<String> strange = new ArrayList<>();
  private String now = "";

  private Progress(Path file) {
    this.file = file;
  }

  /**
   * Reads the file, if there is one.
   *
   * @param folder that of the student's files
   */
  public static Progress read(Path folder) throws IOException {
    Progress progress = new Progress(folder.resolve("progress.txt"));
    try {
      byte[] bytes = Files.readAllBytes(progress.file);
      new String(bytes, StandardCharsets.UTF_8).lines().forEach(progress::take);
    } catch (NoSuchFileException none) {
      // A student who begins has made no progress yet.
    }
    return progress;
  }

  private void take(String line) {
    String[] words = line.strip().split("\\s+");
    if (line.isBlank() || line.equals(HEAD)) {
      return;
    }
    if (words.length == 2 && words[0].equals("now")) {
      now = words[1];
      return;
    }
    Optional<Mark> mark = words.length < 2 ? Optional.empty() : Mark.of(words);
    mark.ifPresentOrElse(read -> marks.merge(words[0], read, Mark::with), () -> strange.add(line));
  }

  /** Lines that nobody understands: they stay in the file. */
  public List<String> strangeLines() {
    return List.copyOf(strange);
  }

  /** Where it is kept. */
  public Path file() {
    return file;
  }

  /** What is known of an exercise. */
  public Mark of(Exercise exercise) {
    return marks.getOrDefault(exercise.id(), Mark.NONE);
  }

  /** The ids of all that have been passed: letters, digits and hyphens. */
  public List<String> passed() {
    return marks.entrySet().stream()
        .filter(entry -> entry.getValue().passed() && entry.getKey().matches("[\\w-]+"))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The exercise that the student is at, if it was ever said. */
  public Optional<String> now() {
    return now.isEmpty() ? Optional.empty() : Optional.of(now);
  }

  /**
   * What another command has written meanwhile is kept: a watch may run for days beside it. Where
   * the student is, whoever speaks last says.
   */
  private void catchUp() throws IOException {
    Progress other = read(file.getParent());
    other.marks.forEach((id, mark) -> marks.merge(id, mark, Mark::with));
    strange.clear();
    strange.addAll(other.strange);
  }

  /** The student goes to an exercise. */
  public void goTo(Exercise exercise) throws IOException {
    if (!now.equals(exercise.id())) {
      now = exercise.id();
      write();
    }
  }

  /** Something new is known of an exercise; what was known before stays true. */
  public void add(Exercise exercise, Mark mark) throws IOException {
    Mark before = of(exercise);
    Mark after = before.with(mark);
    if (!after.equals(before)) {
      marks.put(exercise.id(), after);
      write();
    }
  }

  private void write() throws IOException {
    catchUp();
    List<String> lines = new ArrayList<>(List.of(HEAD));
    marks.forEach((id, mark) -> lines.add(id + mark.text()));
    if (!now.isEmpty()) {
      lines.add("now " + now);
    }
    lines.addAll(strange);
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling(".progress.new");
    Files.write(fresh, lines, StandardCharsets.UTF_8);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * What is known of one exercise.
   *
   * @param passed whether an answer of the student's has passed
   * @param gaveUp whether the solution was asked for before
   * @param hints how many hints were read
   */
  public record Mark(boolean passed, boolean gaveUp, int hints) {
    /** Nothing. */
    public static final Mark NONE = new Mark(false, false, 0);

    /** An answer has passed. */
    public static final Mark PASSED = new Mark(true, false, 0);

    /** The solution was asked for first. */
    public static final Mark GAVE_UP = new Mark(false, true, 0);

    /** So many hints were read. */
    public static Mark hints(int count) {
      return new Mark(false, false, count);
    }

    Mark with(Mark other) {
      return new Mark(passed || other.passed, gaveUp || other.gaveUp, Math.max(hints, other.hints));
    }

    private static Optional<Mark> of(String[] words) {
      Mark mark = NONE;
      for (int i = 1; i < words.length; i++) {
        if (words[i].equals("passed")) {
          mark = mark.with(PASSED);
        } else if (words[i].equals("gave-up")) {
          mark = mark.with(GAVE_UP);
        } else if (words[i].matches("hints=\\d")) {
          mark = mark.with(hints(Integer.parseInt(words[i].substring("hints=".length()))));
        } else {
          return Optional.empty();
        }
      }
      return Optional.of(mark);
    }

    private String text() {
      return (passed ? " passed" : "")
          + (gaveUp ? " gave-up" : "")
          + (hints > 0 ? " hints=" + hints : "");
    }
  }
}
