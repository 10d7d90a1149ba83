package manor.benchmarks;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A plot as somebody sees it: words with the room that they take, and strokes. */
record DrawnPlot(Element root) {
  /** Words, and where they stand. */
  record Words(String text, Rectangle2D.Double place) {
    boolean meet(Words other) {
      return place.intersects(other.place);
    }
  }

  private static final Pattern STROKE = Pattern.compile("([ML])([\\d.]+) ([\\d.]+)");

  static DrawnPlot of(Plot plot) throws Exception {
    return new DrawnPlot(
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(plot.svg())))
            .getDocumentElement());
  }

  Stream<Element> each(String tag) {
    NodeList found = root.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
  }

  Stream<Element> each(String tag, String style) {
    return each(tag).filter(element -> element.getAttribute("class").equals(style));
  }

  static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  Rectangle2D.Double paper() {
    String[] box = root.getAttribute("viewBox").split(" ");
    return new Rectangle2D.Double(0, 0, Double.parseDouble(box[2]), Double.parseDouble(box[3]));
  }

  List<Words> words() {
    return each("text").map(DrawnPlot::words).toList();
  }

  private static Words words(Element text) {
    String words = text.getTextContent();
    double width = Lettering.width(words, text.getAttribute("class").contains("strong"));
    double before =
        switch (text.getAttribute("text-anchor")) {
          case "start" -> 0;
          case "middle" -> width / 2;
          default -> width;
        };
    double x = number(text, "x") - before;
    return new Words(words, new Rectangle2D.Double(x, number(text, "y") - 10, width, 12));
  }

  /** The strokes of a style, bends taken apart. */
  List<Line2D> strokes(String style) {
    List<Line2D> strokes = new ArrayList<>();
    each("path", style)
        .forEach(
            path -> {
              Matcher point = STROKE.matcher(path.getAttribute("d"));
              double x = 0;
              double y = 0;
              while (point.find()) {
                double toX = Double.parseDouble(point.group(2));
                double toY = Double.parseDouble(point.group(3));
                if (point.group(1).equals("L")) {
                  strokes.add(new Line2D.Double(x, y, toX, toY));
                }
                x = toX;
                y = toY;
              }
            });
    return strokes;
  }
}
