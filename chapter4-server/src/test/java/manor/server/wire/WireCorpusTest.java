package manor.server.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The cases themselves, without a server. */
class WireCorpusTest {
  private static final List<WireCase> CASES = WireCorpus.load();

  @Test
  void theCorpusIsLargerThanAnExam() {
    assertTrue(CASES.size() >= 280, () -> "only " + CASES.size());
    long musts = CASES.stream().filter(wire -> wire.level() == WireLevel.MUST).count();
    assertTrue(musts >= 163, () -> "only " + musts + " of them MUST");
  }

  @Test
  void noTwoCasesSendTheSameForTheSameOutcome() {
    Set<String> seen = new HashSet<>();
    for (WireCase wire : CASES) {
      String sent = new String(wire.sent(), StandardCharsets.ISO_8859_1);
      String all = sent + wire.steps().size() + wire.outcomes();
      assertTrue(seen.add(all), () -> wire.name() + " repeats another case");
    }
  }

  @Test
  void aCaseThatAllowsNothingButSilenceEndsWithTheClientsFin() {
    for (WireCase wire : CASES) {
      boolean mayBeSilent =
          wire.outcomes().stream().allMatch(outcome -> outcome.answers().isEmpty());
      boolean ends = wire.steps().stream().anyMatch(step -> step instanceof WireStep.Fin);
      assertTrue(ends || !mayBeSilent, wire::name);
    }
  }

  @Test
  void aBadLineIsNamed() {
    List<String> lines = List.of("# MUST, RFC 9112 3", "# Why.", "> GET\\q");
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> WireCaseParser.parse("group/name", lines));
    assertEquals("group/name.wire:3: no such escape: \\q", e.getMessage());
  }

  @Test
  void aMessageIsAParagraph() {
    WireCase wire =
        WireCaseParser.parse(
            "a/b",
            List.of("# MAY, x", "# y", "> one", "> two", "", "> three", "", "< 200 *2", "= open"));
    assertEquals(0, wire.messagesWithin(5));
    assertEquals(1, wire.messagesWithin(6));
    assertEquals(1, wire.messagesWithin(10));
    assertEquals(2, wire.messagesWithin(11));
  }

  @Test
  void aRepeatedMessageCountsOften() {
    WireCase wire =
        WireCaseParser.parse("a/b", List.of("# MAY, x", "# y", "> {ab\\r\\n*3}", "= open"));
    assertEquals("ab\\r\\nab\\r\\nab\\r\\n", WireText.show(wire.sent()));
    assertEquals(1, wire.messagesWithin(7));
    assertEquals(3, wire.messagesWithin(12));
  }
}
