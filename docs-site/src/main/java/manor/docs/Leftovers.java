package manor.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;

/** What is left on a drawn page that a reader was never to see: words of the page's author. */
final class Leftovers {
  private static final Pattern MACRO =
      Pattern.compile("(?<![\\w:/])[A-Za-z][\\w-]*::?[^\\s:\\[\\]]*\\[[^\\]]*]");
  private static final String CODE = "code, pre, samp, svg";
  private static final String NO_PLACE = CODE + ", p, h1, h2, h3, h4, h5, h6, dt, summary, caption";

  private Leftovers() {}

  /** Macros that nobody drew, as they were written. */
  static List<String> macros(Document page) {
    return words(page).stream()
        .filter(words -> words.parent().closest(CODE) == null)
        .flatMap(words -> MACRO.matcher(words.getWholeText()).results())
        .map(macro -> macro.group())
        .toList();
  }

  /** The numbers of figures that stand where none can: in a line of text, in a heading. */
  static List<Integer> strayFigures(Document page) {
    List<Integer> strays = new ArrayList<>();
    for (TextNode words : words(page)) {
      String text = words.getWholeText().strip();
      Matcher place = Figures.PLACE.matcher(text);
      boolean well = place.matches() && words.parent().closest(NO_PLACE) == null;
      place.reset();
      while (!well && place.find()) {
        strays.add(Integer.parseInt(place.group(1)));
      }
    }
    return strays;
  }

  private static List<TextNode> words(Document page) {
    return page.body().getAllElements().stream()
        .flatMap(element -> element.textNodes().stream())
        .toList();
  }
}
