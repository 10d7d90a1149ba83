package manor.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import manor.epoll.Epoll;
import manor.syscall.ErrnoException;

/** One reactor's desk over a {@link ScriptedKernel}, and a clock that stands until it is moved. */
final class Reception {
  static final String DATE = "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
  static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

  final ScriptedKernel kernel = new ScriptedKernel();
  final List<String> report = new ArrayList<>();
  final Epoll epoll;
  final Desk desk;
  private long now = 1_000_000;
  private long guests = 100;

  Reception(Handler handler) {
    this(handler, Limits.DEFAULT);
  }

  Reception(Handler handler, Limits limits) {
    InstantSource date = InstantSource.fixed(Instant.ofEpochSecond(784_111_777));
    this.desk = new Desk(handler, new Reporter(report), limits, Timeouts.DEFAULT, date);
    desk.beginTurn(now);
    try {
      this.epoll = Epoll.create(kernel, () -> now);
    } catch (ErrnoException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Answers with method, path and how much content came. */
  static Reception echoingTheLine() {
    return new Reception(Reception::line);
  }

  static Response line(Request request) {
    String text = request.method() + " " + request.path() + " " + request.contentLength();
    return Response.text(Status.OK, text);
  }

  /** Answers with the body it was sent. */
  static final class Echo implements Handler {
    @Override
    public boolean keepsBody(Request head) {
      return true;
    }

    @Override
    public Response handle(Request request) {
      return Response.of(Status.OK, "text/plain", request.body());
    }
  }

  Guest guest() {
    return new Guest(this, ++guests);
  }

  /** As at the end of the reactor's turn: who waited for memory that is free now goes on. */
  void admitWaiting() {
    RequestContext next = desk.nextAdmitted();
    while (next != null) {
      next.memoryCallback(epoll);
      next = desk.nextAdmitted();
    }
  }

  /** Lets time pass. */
  void passes(Duration time) {
    now += time.toNanos();
    desk.beginTurn(now);
  }

  /** How long it would still wait for this guest. */
  Duration patience(Guest guest) {
    return Duration.ofNanos(guest.context.deadline() - now);
  }

  /** A whole answer of plain text. */
  static String ok(String text) {
    return answer(Status.OK, text, "");
  }

  /** The answer that goes with a refusal. */
  static String refusal(Status status) {
    return answer(status, status + "\n", "Connection: close\r\n");
  }

  static String answer(Status status, String text, String connection) {
    return head(status, "Content-Type: text/plain; charset=utf-8\r\n", text.length(), connection)
        + text;
  }

  static String head(Status status, String fields, long length, String connection) {
    return "HTTP/1.1 "
        + status
        + "\r\n"
        + DATE
        + fields
        + "Content-Length: "
        + length
        + "\r\n"
        + connection
        + "\r\n";
  }
}
