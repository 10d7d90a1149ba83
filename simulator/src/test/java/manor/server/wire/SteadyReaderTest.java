package manor.server.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import manor.http.Response;
import manor.http.Status;
import manor.http.Timeouts;
import manor.simulator.MachineSize;
import manor.simulator.Script;
import org.junit.jupiter.api.Test;

/** A reader that is slow, but makes progress all the time, gets a long answer to its end. */
class SteadyReaderTest {
  private static final int LENGTH = 4_000_000;
  private static final int AT_ONCE = 2_000;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final String GET = "GET / HTTP/1.1\r\nHost: manor\r\n\r\n";

  /** It takes longer than the timeout to read a third of the send buffer. */
  @Test
  void whoReadsTwentyKilobytesASecondIsWaitedFor() {
    long third = MachineSize.USUAL.sendBuffer() / 3 / AT_ONCE * PAUSE;
    assertTrue(third > Timeouts.DEFAULT.write().toNanos(), "too fast to show anything");
    Script script =
        Script.start()
            .connect(WireWorld.ADDRESS)
            .send(GET)
            .readSlowly(AT_ONCE, PAUSE)
            .awaitBytes(LENGTH);
    long enough = 2L * LENGTH / AT_ONCE * PAUSE;
    WireHearing heard =
        new WireWorld(kernel -> request -> longAnswer()).hear(List.of(script), enough).get(0);
    assertTrue(heard.bytes().length > LENGTH, () -> heard.bytes().length + " bytes came");
  }

  private static Response longAnswer() {
    return Response.text(Status.OK, "x".repeat(LENGTH));
  }
}
