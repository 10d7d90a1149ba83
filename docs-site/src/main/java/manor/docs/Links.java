package manor.docs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Follows every link in the finished book that stays within it. */
final class Links {
  private final Map<String, Document> pages = new HashMap<>();
  private final Map<String, Set<String>> anchors = new HashMap<>();
  private final Set<String> others = new TreeSet<>();

  /** Adds a page by its path in the book. */
  void addPage(String path, String html) {
    Document page = Jsoup.parse(html);
    pages.put(path, page);
    anchors.put(path, page.select("[id]").stream().map(Element::id).collect(Collectors.toSet()));
  }

  /** Adds a file that is no page. */
  void addFile(String path) {
    others.add(path);
  }

  /** The targets of a page's links that lead nowhere, as they are written. */
  List<String> broken(String path) {
    List<String> broken = new ArrayList<>();
    for (Element element : pages.get(path).select("[href], [src]")) {
      String target = element.hasAttr("href") ? element.attr("href") : element.attr("src");
      if (!target.matches("^[a-z]+:.*") && !leadsSomewhere(path, target)) {
        broken.add(target);
      }
    }
    return broken;
  }

  private boolean leadsSomewhere(String from, String target) {
    String file = target.replaceFirst("#.*", "");
    String anchor = target.contains("#") ? target.substring(target.indexOf('#') + 1) : "";
    String folder = from.contains("/") ? from.substring(0, from.indexOf('/') + 1) : "";
    String path =
        file.isEmpty() ? from : file.startsWith("../") ? file.substring(3) : folder + file;
    if (!anchor.isEmpty()) {
      return anchors.getOrDefault(path, Set.of()).contains(anchor);
    }
    return pages.containsKey(path) || others.contains(path);
  }

  /** Ids that stand twice on a page: a link could mean either. */
  List<String> doubled(String path) {
    Set<String> seen = new TreeSet<>();
    return pages.get(path).select("[id]").stream()
        .map(Element::id)
        .filter(id -> !seen.add(id))
        .toList();
  }
}
