package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is cut out of a source file, and what the tags of other snippets leave behind. */
class SnippetTest {
  @Test
  void tagsInsideLeaveOneFreeLineAtMost() {
    Snippet snippet =
        cut(
            "  knock();",
            "",
            "  // tag::inner[]",
            "",
            "  open();",
            "",
            "  // end::inner[]",
            "",
            "  close();");

    assertEquals("knock();\n\nopen();\n\nclose();", snippet.text());
  }

  @Test
  void itBeginsAndEndsWithALineOfCode() {
    Snippet snippet =
        cut("", "// tag::inner[]", "", "knock();", "", "// end::inner[]", "", "open();", "");

    assertEquals("knock();\n\nopen();", snippet.text());
    assertEquals("lines 5 to 9", snippet.range());
  }

  private static Snippet cut(String... lines) {
    Stream<String> inside = Stream.concat(Stream.of("// tag::outer[]"), Stream.of(lines));
    return Snippet.cut(
        Stream.concat(inside, Stream.of("// end::outer[]")).toList(), "outer", List.of());
  }
}
