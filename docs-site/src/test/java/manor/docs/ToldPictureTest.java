package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ToldPictureTest {
  private static final String RUN =
      """
      Who tells of it?

                               level    edge
        the first wait         told     told
        the second             told     -
      """;

  @Test
  void theRunDecidesWhatIsFilledAndWhatIsSaid() {
    assertEquals(
        "<svg><desc>Two lists. In the run of this page edge is told by the waits 1; level is told"
            + " by the waits 1, 2.</desc>"
            + "<circle data-way=\"level\" data-wait=\"the first wait\" class=\"goldfill\"/>"
            + "<circle data-way=\"level\" data-wait=\"the second\" class=\"goldfill\"/>"
            + "<circle data-way=\"edge\" data-wait=\"the first wait\" class=\"goldfill\"/>"
            + "<circle data-way=\"edge\" data-wait=\"the second\" class=\"dashed\"/></svg>",
        new ToldPicture(
                "<svg><desc>Two lists. {told}</desc>"
                    + circle("level", "the first wait")
                    + circle("level", "the second")
                    + circle("edge", "the first wait")
                    + circle("edge", "the second")
                    + "</svg>",
                RUN)
            .svg()
            .replace(" />", "/>"));
  }

  @Test
  void whatTheRunDidNotPrintIsAFault() {
    assertFault("the run printed no row 'the third'", circle("level", "the third"));
    assertFault("the run printed no column 'oneshot'", circle("oneshot", "the second"));
  }

  private static void assertFault(String told, String svg) {
    ToldPicture picture = new ToldPicture("<svg>" + svg + "</svg>", RUN);
    assertEquals(told, assertThrows(IllegalArgumentException.class, picture::svg).getMessage());
  }

  private static String circle(String way, String wait) {
    return "<circle data-way=\"" + way + "\" data-wait=\"" + wait + "\"/>";
  }
}
