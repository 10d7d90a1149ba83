package manor.server.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import manor.http.Timeouts;
import manor.simulator.Script;
import manor.simulator.ScriptedClient.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some clients send a line end too many behind a request: RFC 9112 section 2.2. */
class BlankLineTest {
  private static final String GET = "GET / HTTP/1.1\r\nHost: manor\r\n\r\n";
  private static final long LONGER_THAN_A_HEAD = TimeUnit.SECONDS.toNanos(30);
  private static final long LONGER_THAN_PATIENCE =
      2 * Timeouts.DEFAULT.idle().toNanos() + LONGER_THAN_A_HEAD;

  private static WireHearing hear(Script script) {
    return new WireWorld(WireWorld::manor).hear(List.of(script), LONGER_THAN_PATIENCE).get(0);
  }

  private static Script connect() {
    return Script.start().connect(WireWorld.ADDRESS);
  }

  private static String text(WireHearing hearing) {
    return new String(hearing.bytes(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", "\r\n\r\n", "\r"})
  void whoSendsNothingElseIsClosedQuietlyWhenTheIdleTimeIsOver(String blank) {
    WireHearing plain = hear(connect().send(GET).awaitEnd());
    WireHearing heard = hear(connect().send(GET + blank).awaitEnd());
    assertEquals(text(plain), text(heard));
    assertEquals(Outcome.ENDED, heard.outcome());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", "\r\n\r\n"})
  void whoAsksAgainAfterAPauseIsAnswered(String blank) {
    WireHearing once = hear(connect().send(GET).awaitEnd());
    WireHearing twice =
        hear(connect().send(GET + blank).pause(LONGER_THAN_A_HEAD).send(GET).awaitEnd());
    assertEquals(text(once) + text(once), text(twice));
  }
}
