package manor.tutor.grader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The places that the chapters' pages offer: their titles, and the anchors written into them. */
final class BookAnchors {
  private static final Path HOUSE = Path.of("").toAbsolutePath().getParent();
  private static final Pattern TITLE = Pattern.compile("={2,5} (.*)");
  private static final Pattern ANCHOR = Pattern.compile("\\[\\[([\\w-]+)]]|\\[#([\\w-]+)]");

  /** Whether there is a place {@code chapter2.html#the-list}. */
  boolean has(String place) throws IOException {
    String[] parts = place.split("#", 2);
    Path page = page(parts[0].replace(".html", ""));
    return parts.length == 2
        && Files.isRegularFile(page)
        && Files.readAllLines(page).stream().anyMatch(line -> offers(line, parts[1]));
  }

  /** {@code chapter2} is {@code index.adoc}, {@code chapter2-bytes} another page. */
  private static Path page(String name) throws IOException {
    String chapter = name.replaceFirst("-.*", "");
    String stem = name.equals(chapter) ? "index" : name.substring(chapter.length() + 1);
    try (Stream<Path> rooms = Files.list(HOUSE)) {
      return rooms
          .filter(room -> room.getFileName().toString().startsWith(chapter + "-"))
          .findFirst()
          .map(room -> room.resolve("src/docs/en").resolve(stem + ".adoc"))
          .orElse(HOUSE.resolve(name));
    }
  }

  private static boolean offers(String line, String anchor) {
    Matcher title = TITLE.matcher(line);
    if (title.matches() && idOf(title.group(1)).equals(anchor)) {
      return true;
    }
    Matcher written = ANCHOR.matcher(line);
    while (written.find()) {
      if (anchor.equals(written.group(1)) || anchor.equals(written.group(2))) {
        return true;
      }
    }
    return false;
  }

  /** As Asciidoctor makes it: lower case, words joined by a hyphen. */
  private static String idOf(String title) {
    return title
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\w\\s.-]", "")
        .replaceAll("[\\s.-]+", "-")
        .replaceAll("-$", "");
  }
}
