package manor.docs;

import static manor.docs.JavaPaint.escaped;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The whole book as one page, to be printed. Its links stay within it; those to the pages of source
 * files, which are not printed, become plain words.
 */
final class Volume {
  private final List<Leaf> leaves;
  private final Map<String, Integer> numbers;
  private final Set<String> pages;

  Volume(List<Leaf> leaves, Map<String, Integer> numbers) {
    this.leaves = leaves;
    this.numbers = numbers;
    this.pages = leaves.stream().map(leaf -> leaf.page().html()).collect(Collectors.toSet());
  }

  /** The page; {@code root} is the folder of the book, as seen from it. */
  String html(String root) {
    StringBuilder chapters = new StringBuilder();
    for (Leaf leaf : leaves) {
      chapters.append("<section class=\"leaf\" id=\"").append(stem(leaf.page().html()));
      chapters.append("\"><div class=\"head\">").append(Frame.head(leaf)).append("</div>");
      chapters.append(article(leaf)).append("</section>\n");
      if (leaf.page().part() == Page.Part.COVER) {
        chapters.append(contents());
      }
    }
    return Frame.resource("volume.html")
        .replace("{{root}}", root)
        .replace("{{chapters}}", chapters);
  }

  private String contents() {
    StringBuilder list = new StringBuilder("<nav class=\"leaf\"><h2>Contents</h2><ul>");
    for (Leaf leaf : leaves.subList(1, leaves.size())) {
      boolean chapter = leaf.page().part() == Page.Part.CHAPTER;
      String number = chapter ? leaf.page().html().replaceAll("\\D", "") + ". " : "";
      list.append("<li><a href=\"#").append(stem(leaf.page().html())).append("\">");
      list.append(number).append(escaped(leaf.title())).append("</a>");
      Integer begins = numbers.get(stem(leaf.page().html()));
      list.append(begins == null ? "" : " <span>" + begins + "</span>").append("</li>");
    }
    return list.append("</ul></nav>").toString();
  }

  private String article(Leaf leaf) {
    String stem = stem(leaf.page().html());
    Document page = Jsoup.parseBodyFragment(leaf.figures().place(leaf.body().body().html()));
    page.outputSettings().prettyPrint(false);
    page.select(".sect1 [id], .sect1[id], h2[id], p[id], div[id]").stream()
        .filter(element -> element.closest("svg") == null)
        .forEach(element -> element.id(stem + "--" + element.id()));
    page.select("a[href]").forEach(link -> turn(link, stem));
    page.select("a.anchor").remove();
    page.select("details").attr("open", "");
    return page.body().html();
  }

  private void turn(Element link, String stem) {
    String target = link.attr("href");
    String file = target.replaceFirst("#.*", "");
    String anchor = target.contains("#") ? target.substring(target.indexOf('#') + 1) : "";
    if (file.isEmpty()) {
      link.attr("href", "#" + stem + "--" + anchor);
    } else if (pages.contains(file)) {
      link.attr("href", "#" + stem(file) + (anchor.isEmpty() ? "" : "--" + anchor));
    } else if (!target.matches("^[a-z]+:.*")) {
      link.unwrap();
    }
  }

  private static String stem(String html) {
    return html.replaceFirst("\\.html$", "");
  }
}
