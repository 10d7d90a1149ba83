package manor.benchmarks.subject;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.microhttp.EventLoop;
import org.microhttp.Header;
import org.microhttp.NoopLogger;
import org.microhttp.Options;
import org.microhttp.OptionsBuilder;
import org.microhttp.Response;

/** microhttp: one thread that accepts, and one event loop. */
final class MicrohttpSubject {
  private static final int LONGEST_REQUEST = 1 << 24;

  private MicrohttpSubject() {}

  static int open() throws IOException {
    Options options =
        OptionsBuilder.newBuilder()
            .withHost("127.0.0.1")
            .withPort(0)
            .withConcurrency(1)
            .withAcceptLength(4096)
            .withMaxRequestSize(LONGEST_REQUEST)
            .withRequestTimeout(Duration.ofHours(1))
            .build();
    Greeting greeting = new Greeting();
    EventLoop loop =
        new EventLoop(
            options,
            NoopLogger.instance(),
            (request, callback) -> callback.accept(answer(greeting.date())));
    loop.start();
    return loop.getPort();
  }

  private static Response answer(String date) {
    List<Header> headers =
        List.of(new Header("Date", date), new Header("Content-Type", Greeting.TYPE));
    return new Response(200, "OK", headers, Greeting.BODY);
  }
}
