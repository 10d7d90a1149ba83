package manor.docs;

import static manor.docs.JavaPaint.escaped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a page shows beside its text: code, transcripts, drawings, exercises and so on. */
final class Figures {
  /** What {@link #draw} draws. */
  static final Set<String> MACROS =
      Set.of("code", "transcript", "picture", "player", "exercise", "exercises", "contents");

  /** The word that stands for a figure until it is placed, with its number. */
  static final Pattern PLACE = Pattern.compile("figure-place-(\\d+)-");

  private static final Pattern TAGS = Pattern.compile("tag=([\\w-]+)(?:, without=([\\w -]+))?");

  /** Pictures of this name are drawn from what was measured, and checked with it. */
  private static final String MEASURED = "plot-";

  /** Of each there is one for a telephone too. */
  private static final String NARROW = "-narrow";

  private final Path home;
  private final CodeShelf shelf;
  private final Recordings recordings;
  private final Plays plays;
  private final List<String> kept = new ArrayList<>();

  Figures(Path home, CodeShelf shelf, Recordings recordings, Plays plays) {
    this.home = home;
    this.shelf = shelf;
    this.recordings = recordings;
    this.plays = plays;
  }

  /** Keeps a figure, and answers with the word that stands for it until {@link #place}. */
  String keep(String html) {
    kept.add(html);
    return "figure-place-" + (kept.size() - 1) + "-";
  }

  /** The number of the last figure with this in it, or -1. */
  int lastWith(String html) {
    return IntStream.range(0, kept.size()).filter(i -> kept.get(i).contains(html)).max().orElse(-1);
  }

  static boolean isPlace(String text) {
    return PLACE.matcher(text).matches();
  }

  /** Puts every figure where its word stands. */
  String place(String html) {
    return PLACE
        .matcher(html)
        .replaceAll(place -> Matcher.quoteReplacement(kept.get(Integer.parseInt(place.group(1)))));
  }

  /**
   * Draws one figure.
   *
   * @throws IllegalArgumentException when what it needs is not there
   */
  String draw(Page page, String macro, String target, String words) {
    return switch (macro) {
      case "code" -> code(target, words);
      case "transcript" -> transcript(page, target, words);
      case "picture" -> picture(page, target, words);
      case "player" -> player(page, target, words);
      case "exercise" -> ExerciseBox.html(home, target);
      case "exercises" -> ExerciseBox.ofChapter(home, page.html());
      case "contents" -> Contents.html(home);
      default -> throw new IllegalArgumentException("unknown macro: " + macro + "::");
    };
  }

  private String code(String name, String words) {
    Path file =
        shelf
            .find(name)
            .orElseThrow(() -> new IllegalArgumentException("no class is called " + name));
    Matcher tags = TAGS.matcher(words);
    if (!tags.matches()) {
      throw new IllegalArgumentException(
          "code:: names its lines by a tag: [tag=...], or [tag=..., without=...]");
    }
    List<String> without = tags.group(2) == null ? List.of() : List.of(tags.group(2).split(" "));
    Snippet snippet;
    try {
      snippet = Snippet.cut(shelf.lines(name), tags.group(1), without);
    } catch (IllegalArgumentException missing) {
      throw new IllegalArgumentException(file + ": " + missing.getMessage(), missing);
    }
    shelf.cite(name, snippet);
    String room = file.getName(0).toString();
    return """
        <figure class="code"><figcaption><a href="%s#L%d">%s.java, %s</a> <span>%s</span>\
        </figcaption><pre tabindex="0"><code>%s</code></pre></figure>\
        """
        .formatted(
            CodeShelf.sheet(name),
            snippet.first(),
            name,
            snippet.range(),
            room,
            JavaPaint.html(snippet.text()));
  }

  private String transcript(Page page, String name, String words) {
    Passage passage = Passage.of(words);
    return """
        <figure class="run"><figcaption>%s</figcaption><pre tabindex="0"><samp>%s</samp></pre>\
        </figure>\
        """
        .formatted(escaped(passage.caption()), escaped(passage.cut(printed(page, name))));
  }

  /** What a run printed, and would print again. */
  private String printed(Page page, String name) {
    Path file = transcriptFile(page, name);
    String text = read(file);
    String run = home.relativize(file).getName(0) + "/" + name.substring(name.indexOf('/') + 1);
    if (Recordings.canRun(run)) {
      int line = recordings.firstDifference(run, text);
      if (line > 0) {
        throw new IllegalArgumentException(
            home.relativize(file)
                + (":" + line + ": the run prints something else by now;")
                + " ./manor book --record writes it anew");
      }
    }
    return text;
  }

  /** The page's own, or that of another room: {@code chapter1-syscall/calls}. */
  private Path transcriptFile(Page page, String name) {
    String file = "transcripts/" + name.substring(name.indexOf('/') + 1) + ".txt";
    return name.contains("/")
        ? home.resolve(Path.of(name).getName(0)).resolve("src/docs/en").resolve(file)
        : beside(page, file);
  }

  private String player(Page page, String name, String words) {
    Opening opening = Opening.of(words);
    if (name.isEmpty()) {
      return PlayerFigure.empty(opening.title());
    }
    Path file = beside(page, "recordings/" + name + ".jsonl");
    String recording = read(file);
    String play = home.relativize(file).getName(0) + "/" + name;
    int step = plays.firstDifference(play, recording);
    if (step > 0) {
      throw new IllegalArgumentException(
          home.relativize(file)
              + (":" + step + ": the run goes another way by now;")
              + " ./manor book --record writes it anew");
    }
    List<String> steps = plays.steps(play);
    int start = opening.step(home.relativize(file), steps);
    String excerpts = Excerpts.linked(shelf, plays::lineNow, steps);
    return PlayerFigure.html(opening.title(), steps, start, excerpts);
  }

  private String picture(Page page, String name, String run) {
    if (name.startsWith(MEASURED)) {
      return "<figure class=\"picture plot\">"
          + svg(page, name, Picture::asDrawn)
          + svg(page, name + NARROW, Picture::asDrawn)
          + "</figure>";
    }
    String printed = run.isEmpty() ? "" : printed(page, run);
    return "<figure class=\"picture\">"
        + svg(page, name, p -> p.after(printed).svg())
        + "</figure>";
  }

  private String svg(Page page, String name, Function<Picture, String> finish) {
    Path file = beside(page, "pictures/" + name + ".svg");
    String svg = read(file);
    try {
      return finish.apply(new Picture(svg));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(home.relativize(file) + ": " + wrong.getMessage(), wrong);
    }
  }

  private static Path beside(Page page, String file) {
    return page.source().resolveSibling(file);
  }

  private String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("there is no file " + home.relativize(file), e);
    }
  }
}
