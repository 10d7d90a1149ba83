package manor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One table of requests, good and bad; and the same answer however their bytes are cut. */
class RequestParserTest {
  private static final Limits LIMITS = Limits.DEFAULT.withBody(1 << 20);

  @ParameterizedTest
  @MethodSource("manor.http.WireCase#all")
  void whatIsSentHasOneVerdict(WireCase sent) {
    List<String> notes = ParserFeed.whole(LIMITS, sent.stream());
    assertEquals(sent.verdict(), verdict(notes.get(notes.size() - 1), sent), notes::toString);
  }

  private static String verdict(String last, WireCase sent) {
    if (last.startsWith("complete @" + sent.stream().length + " ")) {
      return "ok";
    }
    return last.startsWith("needs more") ? "more" : last.split(" ")[0];
  }

  @ParameterizedTest
  @MethodSource("manor.http.WireCase#all")
  void cutInTwoAnywhereItIsTheSame(WireCase sent) {
    List<String> whole = ParserFeed.whole(LIMITS, sent.stream());
    for (int cut = 1; cut < sent.stream().length; cut++) {
      assertEquals(whole, ParserFeed.cut(LIMITS, sent.stream(), cut), "cut at " + cut);
    }
  }

  @ParameterizedTest
  @MethodSource("manor.http.WireCase#all")
  void aByteAtATimeItIsTheSame(WireCase sent) {
    List<String> whole = ParserFeed.whole(LIMITS, sent.stream());
    assertEquals(whole, ParserFeed.byteAtATime(LIMITS, sent.stream()));
  }

  @ParameterizedTest
  @MethodSource("manor.http.WireCase#all")
  void cutAnywhereAndMovedItIsTheSame(WireCase sent) {
    List<String> whole = ParserFeed.whole(LIMITS, sent.stream());
    Random random = new Random(sent.name().hashCode());
    for (int round = 0; round < 50; round++) {
      int[] cuts = random.ints(1 + round % 7, 0, sent.stream().length + 1).sorted().toArray();
      assertEquals(whole, ParserFeed.cutAndMoved(LIMITS, sent.stream(), cuts));
    }
  }
}
