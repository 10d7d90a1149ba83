package manor.docs;

import static manor.docs.JavaPaint.escaped;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A source file as a page of its own, line by line, so that the book can lead to a line. */
final class SourceSheet {
  private SourceSheet() {}

  static String head(String name, Path file) {
    return "<h1>"
        + escaped(name)
        + ".java</h1><p class=\"idea\"><code>"
        + escaped(file.toString().replace('\\', '/'))
        + "</code></p>";
  }

  /** The lines, each with its number; {@code ranges} are those that pages show. */
  static String article(List<String> lines, Set<String> ranges) {
    StringBuilder html = new StringBuilder("<pre class=\"sheet\" tabindex=\"0\" data-ranges=\"");
    html.append(String.join(" ", ranges)).append("\"><code>");
    String[] painted = JavaPaint.html(String.join("\n", lines)).split("\n", -1);
    for (int i = 0; i < painted.length; i++) {
      boolean mark = Snippet.isMark(lines.get(i));
      html.append("<span class=\"line").append(mark ? " mark" : "").append("\" id=\"L");
      html.append(i + 1).append("\">").append(painted[i]).append("\n</span>");
    }
    return html.append("</code></pre>").toString();
  }
}
