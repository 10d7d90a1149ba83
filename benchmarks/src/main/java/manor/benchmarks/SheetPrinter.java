package manor.benchmarks;

import java.io.PrintStream;
import java.util.List;

/** A sheet on a terminal of 80 columns. */
final class SheetPrinter {
  private static final int WIDTH = 79;

  private final PrintStream out;

  SheetPrinter(PrintStream out) {
    this.out = out;
  }

  void print(Sheet sheet) {
    out.println();
    paragraph("", sheet.topic().typed() + ": " + sheet.topic().question());
    paragraph(
        "",
        sheet.machine().get("processor")
            + ", "
            + sheet.machine().get("processors")
            + " processors; "
            + sheet.machine().get("kernel")
            + "; Java "
            + sheet.versions().get("Java"));
    Views views = new Views(sheet);
    views
        .tables()
        .forEach(
            (scene, table) -> {
              out.println();
              table.text().forEach(out::println);
              close(views, scene);
            });
    out.println();
    list("Left out:", sheet.leftOut());
    list("Refused, since an answer was wrong or missing:", sheet.failures());
  }

  private void close(Views views, String scene) {
    List<String> pairs = views.tooClose(scene, Metric.CPU);
    if (!pairs.isEmpty()) {
      paragraph("  ", "Too close to call: " + String.join("; ", pairs) + ".");
    }
  }

  private void list(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      out.println(title);
      lines.forEach(line -> paragraph("  ", line));
    }
  }

  private void paragraph(String indent, String text) {
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ")) {
      if (line.length() + word.length() > WIDTH) {
        out.println(line.toString().stripTrailing());
        line.setLength(0);
        line.append(indent);
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }
}
