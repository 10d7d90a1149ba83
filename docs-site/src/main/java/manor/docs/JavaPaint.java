package manor.docs;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks up Java source for the theme to colour: keywords, types, calls, text, comments. */
final class JavaPaint {
  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract assert boolean break byte case catch char class continue default do double"
                  + " else enum extends false final finally float for if implements import"
                  + " instanceof int interface long native new non-sealed null package permits"
                  + " private protected public record return sealed short static super switch"
                  + " synchronized this throw throws true try var void volatile while yield")
              .split(" "));

  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<comment>//[^\\n]*|/\\*(?s:.*?)\\*/)\
          |(?<text>\"""(?s:.*?)\"""|"(?:\\\\.|[^"\\\\\\n])*"|'(?:\\\\.|[^'\\\\\\n])*')\
          |(?<note>@(?!interface\\b)\\w+)\
          |(?<number>\\b\\d[\\w.]*)\
          |(?<word>\\b[A-Za-z_$][\\w$]*\\b)(?<call>(?=\\())?""");

  private JavaPaint() {}

  /** The source as HTML; a span never runs over the end of a line. */
  static String html(String source) {
    StringBuilder html = new StringBuilder();
    Matcher token = TOKEN.matcher(source);
    int done = 0;
    while (token.find()) {
      html.append(escaped(source.substring(done, token.start())));
      append(html, styleOf(token), token.group());
      done = token.end();
    }
    return html.append(escaped(source.substring(done))).toString();
  }

  private static String styleOf(Matcher token) {
    for (String group : new String[] {"comment", "text", "note", "number"}) {
      if (token.group(group) != null) {
        return group;
      }
    }
    String word = token.group("word");
    if (KEYWORDS.contains(word)) {
      return "keyword";
    }
    if (token.group("call") != null && !Character.isUpperCase(word.charAt(0))) {
      return "call";
    }
    boolean type = Character.isUpperCase(word.charAt(0)) && !word.equals(word.toUpperCase());
    return type ? "type" : "";
  }

  private static void append(StringBuilder html, String style, String text) {
    if (style.isEmpty()) {
      html.append(escaped(text));
      return;
    }
    String open = "<span class=\"" + style + "\">";
    html.append(open).append(escaped(text).replace("\n", "</span>\n" + open)).append("</span>");
  }

  /** Text as HTML wants it, also inside a quoted attribute. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
