package manor.docs;

import static manor.docs.JavaPaint.escaped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What surrounds every page: the bar above, the contents beside, the way on below. */
final class Frame {
  private final List<Leaf> leaves;
  private final String template = resource("page.html");

  Frame(List<Leaf> leaves) {
    this.leaves = leaves;
  }

  static String resource(String name) {
    try (InputStream in = Frame.class.getResourceAsStream("/manor/docs/theme/" + name)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page of the book. */
  String around(Leaf leaf, String article) {
    int at = leaves.indexOf(leaf);
    String title = leaf.title();
    return filled(
        Map.of(
            "root", "",
            "kind", leaf.page().part().name().toLowerCase(java.util.Locale.ROOT),
            "title", escaped(at == 0 ? title : title + " \u2013 Socket Manor"),
            "contents", contents(leaf, ""),
            "head", head(leaf),
            "article", article,
            "turn", turn(at)));
  }

  /** The page of a source file. */
  String aroundSource(String name, String head, String article) {
    return filled(
        Map.of(
            "root",
            "../",
            "kind",
            "source",
            "title",
            escaped(name + ".java \u2013 Socket Manor"),
            "contents",
            contents(null, "../"),
            "head",
            head,
            "article",
            article,
            "turn",
            ""));
  }

  private String filled(Map<String, String> values) {
    StringBuilder page = new StringBuilder();
    int done = 0;
    for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", done)) {
      int close = template.indexOf("}}", open);
      page.append(template, done, open).append(values.get(template.substring(open + 2, close)));
      done = close + 2;
    }
    return page.append(template.substring(done)).toString();
  }

  static String head(Leaf leaf) {
    String idea = leaf.text().attribute("idea");
    boolean chapter = leaf.page().part() == Page.Part.CHAPTER;
    String above =
        chapter
            ? "<p class=\"number\">Chapter " + leaf.page().html().replaceAll("\\D", "") + "</p>"
            : "";
    String below = idea.isEmpty() ? "" : "<p class=\"idea\">" + escaped(idea) + "</p>";
    return above + "<h1>" + escaped(leaf.title()) + "</h1>" + below;
  }

  private String contents(Leaf here, String root) {
    StringBuilder list = new StringBuilder();
    for (Page.Part part : Page.Part.values()) {
      List<Leaf> inside = leaves.stream().filter(leaf -> leaf.page().part() == part).toList();
      if (inside.isEmpty()) {
        continue;
      }
      list.append(part.title().isEmpty() ? "" : "<p class=\"part\">" + part.title() + "</p>");
      list.append("<ul>");
      inside.forEach(leaf -> list.append(entry(leaf, leaf == here, root)));
      list.append("</ul>");
    }
    return list.toString();
  }

  private static String entry(Leaf leaf, boolean here, String root) {
    boolean chapter = leaf.page().part() == Page.Part.CHAPTER;
    String number = chapter ? leaf.page().html().replaceAll("\\D", "") + ". " : "";
    return "<li><a href=\"%s\"%s>%s</a>%s</li>"
        .formatted(
            root + leaf.page().html(),
            here ? " aria-current=\"page\"" : "",
            number + escaped(leaf.title()),
            here ? sections(leaf.body()) : "");
  }

  private static String sections(Document body) {
    StringBuilder list = new StringBuilder();
    for (Element heading : body.select("h2[id]")) {
      String title = escaped(heading.ownText());
      list.append("<li><a href=\"#%s\">%s</a></li>".formatted(heading.id(), title));
    }
    return list.length() == 0 ? "" : "<ul>" + list + "</ul>";
  }

  private String turn(int at) {
    String back = at == 0 ? "" : way("prev", "Previous", leaves.get(at - 1));
    String on = at + 1 == leaves.size() ? "" : way("next", "Next", leaves.get(at + 1));
    return "<nav class=\"turn\" aria-label=\"Previous and next page\">" + back + on + "</nav>";
  }

  private static String way(String rel, String word, Leaf to) {
    return "<a rel=\"%s\" href=\"%s\"><span>%s</span> %s</a>"
        .formatted(rel, to.page().html(), word, escaped(to.title()));
  }
}
