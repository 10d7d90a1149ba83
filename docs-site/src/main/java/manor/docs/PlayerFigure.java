package manor.docs;

import static manor.docs.JavaPaint.escaped;

import java.util.List;

/** A run player on a page. */
final class PlayerFigure {
  private PlayerFigure() {}

  /** A player that plays a recorded run, from this step on, counted from 1. */
  static String html(String title, List<String> steps, int start, String excerpts) {
    return """
        <figure class="player" data-start="%d"><figcaption>%s</figcaption>\
        <script type="application/json" class="recording">%s</script>\
        <script type="application/json" class="excerpts">%s</script></figure>\
        """
        .formatted(start, escaped(title), harmless(String.join("\n", steps)), harmless(excerpts));
  }

  /** A player without a run, that opens one from a file. */
  static String empty(String title) {
    return """
        <figure class="player"><figcaption>%s</figcaption>\
        <label class="open" hidden>A recording, from a file: \
        <input type="file" accept=".jsonl,.json,.txt"></label>\
        <p class="told" role="status"></p>\
        <p class="paper">On a screen, a file is opened here, and played.</p></figure>\
        """
        .formatted(escaped(title));
  }

  /** In a script of a page no text may look like the script's end. */
  private static String harmless(String json) {
    return json.replace("<", "\\u003c");
  }
}
