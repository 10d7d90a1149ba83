package manor.docs;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A drawing, and what it takes from a run. Its {@code metadata} holds lines of the run with names
 * in the place of what varies; wherever a name stands in the drawing, what the run printed there is
 * put in.
 *
 * <pre>
 *   write({fd}, "Good evening.\n", 14) = {count}
 * </pre>
 *
 * <p>The lines are looked for in their order, each from the line after the last one on, and a name
 * that stands twice must mean the same twice. A number that no run has printed may not be shown.
 */
final class Picture {
  private static final Pattern LINES =
      Pattern.compile("<metadata>(.*?)</metadata>\\s*", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final String VALUE = "([\\w-]+)";
  private static final List<String> SHOWN = List.of("title", "desc", "text");

  private final String drawing;
  private final List<String> wanted;
  private final Map<String, String> values = new TreeMap<>();

  /**
   * A drawing as its author left it.
   *
   * @throws IllegalArgumentException when it is not sound
   */
  Picture(String svg) {
    Element root = parsed(svg).getDocumentElement();
    requireWords(root);
    this.drawing = LINES.matcher(svg.substring(svg.indexOf("<svg"))).replaceFirst("");
    this.wanted =
        textOf(root, "metadata").lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  private static Document parsed(String svg) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new StringReader(svg)));
    } catch (SAXParseException wrong) {
      throw new IllegalArgumentException(
          "line " + wrong.getLineNumber() + " is no XML: " + wrong.getMessage(), wrong);
    } catch (SAXException | IOException | ParserConfigurationException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    }
  }

  /** Who cannot see it is told by its title; the ids say which. */
  private static void requireWords(Element root) {
    boolean isImage = root.getTagName().equals("svg") && root.getAttribute("role").equals("img");
    boolean named =
        Stream.of(root.getAttribute("aria-labelledby").split(" "))
            .allMatch(
                id -> elements(root, "*").anyMatch(each -> each.getAttribute("id").equals(id)));
    if (!isImage || textOf(root, "title").isBlank() || !named) {
      throw new IllegalArgumentException(
          "it says nothing to who cannot see it: role=\"img\", <title>, aria-labelledby");
    }
  }

  private static String textOf(Element root, String tag) {
    return elements(root, tag).map(Element::getTextContent).findFirst().orElse("");
  }

  private static Stream<Element> elements(Element root, String tag) {
    NodeList found = root.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
  }

  /** Takes from what a run printed whatever the drawing wants. */
  Picture after(String run) {
    List<String> printed = run.lines().toList();
    int from = 0;
    for (String line : wanted) {
      from = take(line, printed, from) + 1;
    }
    return this;
  }

  private int take(String line, List<String> printed, int from) {
    Pattern pattern = Pattern.compile(patternOf(line));
    for (int i = from; i < printed.size(); i++) {
      Matcher found = pattern.matcher(printed.get(i));
      if (found.find()) {
        keep(line, found);
        return i;
      }
    }
    throw new IllegalArgumentException("the run printed no line such as: " + line);
  }

  /** What a name already means is no longer open; spaces may be as many as they like. */
  private String patternOf(String line) {
    StringBuilder pattern = new StringBuilder();
    Matcher name = NAME.matcher(line);
    int done = 0;
    while (name.find()) {
      pattern.append(quoted(line.substring(done, name.start())));
      String known = values.get(name.group(1));
      pattern.append(known == null ? VALUE : "(" + Pattern.quote(known) + ")");
      done = name.end();
    }
    return pattern.append(quoted(line.substring(done))).toString();
  }

  private static String quoted(String words) {
    return Pattern.compile("\\s+|\\S+")
        .matcher(words)
        .replaceAll(
            part ->
                Matcher.quoteReplacement(
                    part.group().isBlank() ? "\\s+" : Pattern.quote(part.group())));
  }

  private void keep(String line, MatchResult found) {
    Matcher name = NAME.matcher(line);
    for (int group = 1; name.find(); group++) {
      values.put(name.group(1), found.group(group));
    }
  }

  /**
   * The drawing, filled in.
   *
   * @throws IllegalArgumentException when it shows a number that no run has printed
   */
  String svg() {
    Element root = parsed(drawing).getDocumentElement();
    SHOWN.stream()
        .flatMap(tag -> elements(root, tag))
        .map(element -> NAME.matcher(element.getTextContent()).replaceAll(""))
        .forEach(Picture::refuseNumbers);
    return asDrawn();
  }

  /** The same for a drawing that was made from measurements, and is checked where they are. */
  String asDrawn() {
    int endOfWords = drawing.indexOf("</desc>");
    return NAME.matcher(drawing)
        .replaceAll(name -> Matcher.quoteReplacement(valueOf(name, name.start() < endOfWords)))
        .strip();
  }

  private static void refuseNumbers(String words) {
    Matcher number = NUMBER.matcher(words);
    if (number.find()) {
      throw new IllegalArgumentException("no run has printed the number " + number.group());
    }
  }

  /** In words a dash is a no. */
  private String valueOf(MatchResult name, boolean inWords) {
    String value = values.get(name.group(1));
    if (value == null) {
      throw new IllegalArgumentException("nothing of a run is called " + name.group());
    }
    return inWords && value.equals("-") ? "no" : value;
  }
}
