package manor.docs;

import static manor.docs.JavaPaint.escaped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The list of chapters on the first page: those with pages, and those still without. */
final class Contents {
  private Contents() {}

  static String html(Path home) {
    List<Page> pages = Page.all(home);
    StringBuilder list = new StringBuilder("<ol class=\"chapters\">");
    for (Path room : Page.rooms(home)) {
      String name = room.getFileName().toString();
      String html = name.replaceFirst("-.*", "") + ".html";
      Optional<Page> page = pages.stream().filter(each -> each.html().equals(html)).findFirst();
      list.append("<li>").append(page.map(Contents::entry).orElseGet(() -> empty(name)));
      list.append("</li>");
    }
    return list.append("</ol>").toString();
  }

  private static String entry(Page page) {
    return "<a href=\"%s\">%s</a> <span>%s</span>"
        .formatted(page.html(), escaped(header(page, "= ")), escaped(header(page, ":idea:")));
  }

  private static String empty(String room) {
    return "<b>" + room + "</b> <span>The code stands; its page is not written yet.</span>";
  }

  private static String header(Page page, String start) {
    try (var lines = Files.lines(page.source())) {
      return lines
          .filter(line -> line.startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
