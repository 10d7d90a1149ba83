package manor.tutor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import manor.docs.TracePage;

/**
 * Where a recording goes: a page with the player in it, or, if its name ends in {@code .jsonl}, the
 * bare lines, which the book's player opens.
 *
 * <p>Threads: any may add a line.
 */
final class TraceFile {
  /** As many as the player takes. */
  static final int MOST_STEPS = 20_000;

  private final Path file;
  private final List<String> lines = new ArrayList<>();
  private long steps;

  /**
   * Makes sure that the file can be written before anything is recorded.
   *
   * @throws Refusal when it cannot
   */
  TraceFile(Path file) {
    this.file = file.toAbsolutePath().normalize();
    if (Files.isDirectory(this.file)) {
      throw new Refusal(file + " is a folder; name a file: --out run.html or --out run.jsonl");
    }
    if (!Files.isDirectory(this.file.getParent())) {
      throw new Refusal("there is no folder " + this.file.getParent() + " to write the run into");
    }
    if (!isPage() && !isLines()) {
      throw new Refusal("a recording is a page or lines: name it run.html or run.jsonl");
    }
    Path written = Files.exists(this.file) ? this.file : this.file.getParent();
    if (!Files.isWritable(written)) {
      throw new Refusal(file + " may not be written");
    }
  }

  private boolean isPage() {
    return file.toString().endsWith(".html");
  }

  private boolean isLines() {
    return file.toString().endsWith(".jsonl");
  }

  /** Adds a step; beyond the most that the player takes, it is only counted. */
  synchronized void add(String line) {
    steps++;
    if (lines.size() < MOST_STEPS) {
      lines.add(line);
    }
  }

  /** Writes the file, and answers in words what there is now. */
  synchronized String write(Path home, String title, String typed) throws IOException {
    String text =
        isPage() ? TracePage.html(home, title, typed, lines) : TracePage.lines(home, lines);
    Files.writeString(file, text);
    String left = steps > lines.size() ? " The rest of " + steps + " is left out." : "";
    String next =
        isPage()
            ? "Open it in a browser: " + file.toUri()
            : "It is in " + file + ", and the book's player opens it.";
    return lines.size() + " steps are recorded." + left + "\n" + next;
  }
}
