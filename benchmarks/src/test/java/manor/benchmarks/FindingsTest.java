package manor.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private final Findings findings = new Findings();

  private Sheet sheet() {
    return findings.sheet(Topic.SERVER, "./manor bench server", "2026-01-31", Map.of(), Map.of());
  }

  @Test
  void roundsOfOneThingAreKeptTogether() {
    findings.add("many", "c", Metric.CPU, 1);
    findings.add("many", "c", Metric.CPU, 2);
    assertEquals(List.of(1.0, 2.0), sheet().values("many", "c", Metric.CPU).orElseThrow());
  }

  @Test
  void whoFailsOnceIsNoResultInThatScene() {
    findings.name("netty", "Netty");
    findings.add("many", "netty", Metric.CPU, 1);
    findings.add("few", "netty", Metric.CPU, 1);
    findings.fail("many", "netty", "an answer with status 500");
    findings.add("many", "netty", Metric.CPU, 1);
    assertEquals(List.of("few"), sheet().scenes());
    assertEquals(List.of("Netty, many: an answer with status 500"), sheet().failures());
  }

  @Test
  void theSameReasonIsToldOnce() {
    findings.leaveOut("nginx: it is not installed here.");
    findings.leaveOut("nginx: it is not installed here.");
    assertEquals(1, sheet().leftOut().size());
  }
}
