package manor.http;

import static manor.http.Reception.GET;
import static manor.http.Reception.head;
import static manor.http.Reception.ok;
import static manor.http.Reception.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import manor.http.RequestContext.State;
import org.junit.jupiter.api.Test;

/** Whatever a handler does ends its own connection at most. */
class HandlerFailureTest {
  private static final String THROW = "GET /throw HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String POST = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";

  private final Reception reception =
      new Reception(
          request -> {
            if (request.hasPath("/throw")) {
              throw new IllegalStateException("a bad day");
            }
            if (request.hasPath("/overflow")) {
              throw new StackOverflowError("too deep");
            }
            return request.hasPath("/null") ? null : Reception.line(request);
          });
  private final Guest guest = reception.guest();

  @Test
  void aHandlerThatThrowsIs500AndTheEndOfThisConnectionOnly() {
    Guest other = reception.guest();
    assertEquals(refusal(Status.INTERNAL_SERVER_ERROR), guest.sends(THROW).received());
    assertEquals(State.CLOSED, guest.ends().state());
    assertEquals(ok("GET / 0"), other.sends(GET).received());
    assertEquals(
        List.of("101 got 0", "101 handler failed: a bad day", "101 answered"),
        reception.report.subList(0, 3));
  }

  @Test
  void itsAnswerIsNotLostToAResetWhenMoreRequestsComeBehind() {
    guest.sends(THROW).sends(GET).ends();
    assertEquals(List.of("shutdown 4", "close 4"), reception.kernel.calls);
  }

  @Test
  void anErrorIs500Too() {
    guest.sends("GET /overflow HTTP/1.1\r\nHost: a\r\n\r\n");
    assertEquals(refusal(Status.INTERNAL_SERVER_ERROR), guest.received());
  }

  @Test
  void noResponseIs500() {
    guest.sends("GET /null HTTP/1.1\r\nHost: a\r\n\r\n");
    assertEquals(refusal(Status.INTERNAL_SERVER_ERROR), guest.received());
    assertEquals("101 handler failed: the handler returned no response", reception.report.get(1));
  }

  @Test
  void aHandlerThatThrowsAtTheHeadIs500BeforeTheBodyComes() {
    Reception other =
        new Reception(
            new Handler() {
              @Override
              public boolean keepsBody(Request head) {
                throw new IllegalStateException("no");
              }

              @Override
              public Response handle(Request request) {
                return Response.of(Status.OK);
              }
            });
    Guest sender = other.guest();
    sender.sends(POST.substring(0, POST.length() - 5));
    assertEquals(refusal(Status.INTERNAL_SERVER_ERROR), sender.received());
    assertEquals(
        List.of("101 announces 5", "101 handler failed: no", "101 refused 500"), other.report);
    assertEquals(State.CLOSED, sender.sends("hello").ends().state());
  }

  @Test
  void aBodyThatWasNotAskedForCannotBeRead() {
    Reception other = new Reception(r -> Response.text(Status.OK, "" + r.body().length()));
    assertEquals(refusal(Status.INTERNAL_SERVER_ERROR), other.guest().sends(POST).received());
  }

  @Test
  void aBodyThatWasAskedForIsEchoedWithoutBeingCopiedToTheHeap() {
    Reception echo = new Reception(new Reception.Echo());
    Guest sender = echo.guest();
    String body = "0123456789".repeat(30_000);
    String post = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n" + body;
    String expected = head(Status.OK, "Content-Type: text/plain\r\n", 300_000, "") + body;
    assertEquals(expected.repeat(2), sender.sends(post + post).received());
    assertEquals(0, echo.desk.pool().inUse());
    sender.wire.room(0);
    sender.sends(post);
    sender.context.close();
    assertEquals(0, echo.desk.pool().inUse());
  }

  @Test
  void aHeadRequestGetsTheLengthAndNotTheContent() {
    Reception echo = new Reception(new Reception.Echo());
    String answer = echo.guest().sends(POST.replace("POST", "HEAD")).received();
    assertEquals(head(Status.OK, "Content-Type: text/plain\r\n", 5, ""), answer);
    assertEquals(0, echo.desk.pool().inUse());
  }
}
