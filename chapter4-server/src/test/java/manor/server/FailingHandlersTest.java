package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import manor.http.Handler;
import manor.http.Request;
import manor.http.Response;
import manor.http.Status;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A handler that fails costs one answer and one connection. */
@RealKernel
@Timeout(30)
class FailingHandlersTest {
  private final Diary told = new Diary();
  private HandTurned server;

  /** Does what the path says. */
  private static final class Moody implements Handler {
    @Override
    public Response handle(Request request) {
      return switch (request.path()) {
        case "/exception" -> throw new IllegalStateException("mood");
        case "/error" -> throw new StackOverflowError("mood");
        case "/null" -> null;
        default -> Response.text(Status.OK, Guest.GREETING);
      };
    }

    @Override
    public boolean keepsBody(Request head) {
      if (head.hasPath("/keeps")) {
        throw new IllegalStateException("mood");
      }
      return false;
    }
  }

  @BeforeEach
  void open(Kernel kernel) throws IOException {
    server = new HandTurned(kernel, new HandClock(0), TestServer.OPTIONS, new Moody(), told);
  }

  @AfterEach
  void close() throws IOException {
    server.stillServes();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/exception", "/error", "/null", "/keeps"})
  void whateverAHandlerThrowsIsAnInternalError(String path) throws IOException {
    Guest guest = server.guest().say(Shelf.request("GET", path));
    Reply reply = server.replyTo(guest);
    assertEquals(500, reply.status());
    assertEquals("close", reply.header("connection"));
    assertTrue(!reply.text().contains("mood"), "nothing of the inside is shown");
    assertEquals(1, told.count("failed 101"));
  }

  @Test
  void theAnswersBeforeAFailureAreSentFirst() throws IOException {
    Guest guest = server.guest();
    guest.say(Guest.HELLO + Guest.HELLO + Shelf.request("GET", "/exception") + Guest.HELLO);
    assertEquals(200, server.replyTo(guest).status());
    assertEquals(200, guest.reply().status());
    assertEquals(500, guest.reply().status());
    assertEquals("", guest.rest(), "and nothing behind it is answered");
  }
}
