package manor.docs;

import org.jsoup.nodes.Document;

/**
 * A page on its way through the press.
 *
 * @param page where it belongs
 * @param text what its author wrote
 * @param figures what stands in it beside the text
 * @param body what was drawn, figures still being words
 */
record Leaf(Page page, Manuscript text, Figures figures, Document body) {
  String title() {
    return text.title();
  }
}
