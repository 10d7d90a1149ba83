package manor.docs;

import static manor.docs.JavaPaint.escaped;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** Turns what Asciidoctor drew into what the theme and a screen reader want. */
final class Polish {
  private static final Pattern LONG_NAME = Pattern.compile("\\S{16,}");
  private static final Pattern BREAK =
      Pattern.compile("(?<=[\\w)][.,(/|_=]|\\w::)(?=[\\w.*])|(?<=[a-z0-9])(?=[A-Z])");

  private static final Pattern OPTION = Pattern.compile("(?<!\\S)-\\S{1,19}(?!\\S)");

  private final Document page;

  private Polish(Document page) {
    this.page = page;
  }

  /** The polished page; figures are still words. */
  static Document polished(String drawn) {
    Document page = Jsoup.parseBodyFragment(drawn);
    page.outputSettings().prettyPrint(false);
    Polish polish = new Polish(page);
    polish.freeFigures();
    polish.anchorHeadings();
    polish.frameListings();
    polish.openTables();
    polish.plainNotes();
    polish.keepMinusSigns();
    polish.breakLongNames();
    polish.keepOptions();
    Quotes.bend(page);
    return page;
  }

  /** A figure cannot stand inside a paragraph. */
  private void freeFigures() {
    for (Element paragraph : page.select("div.paragraph")) {
      if (Figures.isPlace(paragraph.text().strip())) {
        paragraph.replaceWith(new TextNode(paragraph.text().strip()));
      }
    }
  }

  private void anchorHeadings() {
    for (Element heading : page.select("h2[id], h3[id], h4[id]")) {
      heading
          .appendElement("a")
          .addClass("anchor")
          .attr("href", "#" + heading.id())
          .attr("aria-label", "Link to: " + heading.ownText())
          .text("#");
    }
  }

  /** What is not for the shell is not to be typed: it is another language. */
  private void frameListings() {
    for (Element block : page.select("div.listingblock, div.literalblock")) {
      boolean elsewhere = block.selectFirst("code[data-lang]:not([data-lang=sh])") != null;
      Element figure = new Element("figure").addClass(elsewhere ? "foreign" : "typed");
      Element title = block.selectFirst("> div.title");
      if (title != null) {
        figure.appendElement("figcaption").html(title.html());
      }
      Element pre = block.selectFirst("pre");
      pre.attr("tabindex", "0").removeAttr("class");
      Element code = pre.select("code").removeAttr("data-lang").removeAttr("class").first();
      if (!elsewhere) {
        divideLines(code == null ? pre : code);
      }
      figure.appendChild(pre);
      block.replaceWith(figure);
    }
  }

  /** Each line by itself, so that one that is too long for its place can go on further in. */
  private static void divideLines(Element code) {
    String[] lines = code.wholeText().split("\n", -1);
    code.empty();
    for (int i = 0; i < lines.length; i++) {
      String end = i < lines.length - 1 ? "\n" : "";
      code.appendElement("span").addClass("line").text(lines[i] + end);
    }
  }

  private void openTables() {
    for (Element table : page.select("table.tableblock")) {
      table.select("colgroup").remove();
      table.select("p.tableblock").unwrap();
      table.select("thead th").attr("scope", "col");
      table.select("tbody th").attr("scope", "row");
      Elements numbers = table.select(".halign-right");
      Elements ranges = table.select(".range");
      table.select("[class]").removeAttr("class");
      table.removeAttr("class");
      numbers.addClass("figures");
      ranges.addClass("range");
      table.wrap("<div class=\"table\" tabindex=\"0\" role=\"group\"></div>");
      Element caption = table.selectFirst("caption");
      table
          .parent()
          .attr("aria-label", "Table: " + (caption == null ? "see the text" : caption.text()));
    }
  }

  /** Asciidoctor draws a note as a table that is none. */
  private void plainNotes() {
    for (Element note : page.select("div.admonitionblock")) {
      Element content = note.selectFirst("td.content");
      Element aside = new Element("div").addClass("note").attr("role", "note");
      aside.html(content.html());
      note.replaceWith(aside);
    }
  }

  /** A line may not end between a minus sign and its number, as after a hyphen. */
  private void keepMinusSigns() {
    page.select(":not(pre) > code").stream()
        .filter(code -> code.text().matches("-\\S{1,15}"))
        .forEach(code -> code.addClass("whole"));
  }

  /** A heading and all text up to the next one, or a term and what it means. */
  record Section(String id, String title, String text) {}

  /** Where a long name of code may be broken: after a sign between its parts, before a hump. */
  private void breakLongNames() {
    for (Element code : page.select(":not(pre) > code")) {
      for (TextNode text : List.copyOf(code.textNodes())) {
        String html = LONG_NAME.matcher(escaped(text.getWholeText())).replaceAll(Polish::broken);
        text.before(html);
        text.remove();
      }
    }
  }

  /** A line may not end behind the hyphen of an option: what is typed from it would be another. */
  private void keepOptions() {
    for (Element code : page.select(":not(pre) > code, figure.typed .line")) {
      for (TextNode text : List.copyOf(code.textNodes())) {
        String html = escaped(text.getWholeText());
        text.before(OPTION.matcher(html).replaceAll("<span class=\"whole\">$0</span>"));
        text.remove();
      }
    }
  }

  private static String broken(MatchResult name) {
    return Matcher.quoteReplacement(BREAK.matcher(name.group()).replaceAll("<wbr>"));
  }

  /** What the search knows of a page; the first section is what stands before any heading. */
  static List<Section> sections(Document page, String title) {
    List<Section> sections = new ArrayList<>();
    Elements headings = page.select("h2[id], h3[id]");
    Element lead = page.body().clone();
    lead.select("div.sect1, div.dlist[id]").remove();
    sections.add(new Section("", title, lead.text()));
    for (Element term : page.select("div.dlist[id]")) {
      sections.add(new Section(term.id(), term.select("dt").text(), term.select("dd").text()));
    }
    for (Element heading : headings) {
      Element body = heading.parent().clone();
      body.select("div.sect2 div.sect2, h2, h3, pre, svg").remove();
      if (heading.normalName().equals("h2")) {
        body.select("div.sect2").remove();
      }
      sections.add(new Section(heading.id(), heading.ownText(), body.text()));
    }
    return sections;
  }
}
