package manor.docs;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** Bends the straight quotation marks of the text, and leaves those of code alone. */
final class Quotes {
  private static final String BEFORE_AN_OPENING_ONE = " \n(\u2014";

  private Quotes() {}

  static void bend(Document page) {
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text && text.getWholeText().indexOf('"') >= 0) {
            if (!isCode(text)) {
              text.text(bent(text.getWholeText(), text.previousSibling() == null));
            }
          }
        },
        page.body());
  }

  private static boolean isCode(Node node) {
    return ((Element) node.parent()).closest("code, pre, samp, svg") != null;
  }

  private static String bent(String text, boolean startsBlock) {
    StringBuilder bent = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        boolean opens =
            i == 0 ? startsBlock : BEFORE_AN_OPENING_ONE.indexOf(text.charAt(i - 1)) >= 0;
        bent.setCharAt(i, opens ? '\u201c' : '\u201d');
      }
    }
    return bent.toString();
  }
}
