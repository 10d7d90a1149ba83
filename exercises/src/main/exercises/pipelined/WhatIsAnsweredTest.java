package manor.exercises.pipelined;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import manor.exercises.Audience;
import manor.exercises.Prediction;
import manor.exercises.Trail;
import manor.exercises.Visitor;
import manor.http.Limits;
import manor.http.Request;
import manor.http.RequestParser;
import manor.http.RequestParser.Step;
import manor.http.Response;
import manor.http.Status;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class WhatIsAnsweredTest {
  private static final String STREAM =
      "GET /a HTTP/1.1\r\nHost: m\r\n\r\n"
          + "GET /b HTTP/1.1\r\nHost: m\r\n\r\n"
          + "POST /c HTTP/1.1\r\nHost: m\r\nContent-Length: 5\r\n\r\nhel";

  private final List<String> asked = new ArrayList<>();
  private final Audience audience = new Audience(this::answer, 1 << 16);
  private final Visitor guest = audience.enter();

  private Response answer(Request request) {
    asked.add(request.method() + " " + request.path() + " " + request.contentLength());
    return Response.text(Status.OK, "answer");
  }

  private void send(String bytes) {
    audience.log().clear();
    guest.send(bytes);
    audience.serve();
  }

  /** The parser alone: it makes no system calls, so none are shown. */
  private static int count(Step wanted) {
    Trail.forget();
    ByteBuffer bytes = ByteBuffer.wrap(STREAM.getBytes(ISO_8859_1));
    RequestParser parser = new RequestParser(Limits.DEFAULT);
    parser.begin(bytes, 0);
    int count = 0;
    Step step = parser.next(bytes, 0, bytes.capacity());
    while (step != Step.NEED_INPUT && step != Step.INVALID) {
      count += step == wanted ? 1 : 0;
      if (step == Step.COMPLETE) {
        parser.begin(bytes, parser.position());
      }
      step = parser.next(bytes, parser.position(), bytes.capacity());
    }
    return count;
  }

  private static String letter(int count, int a, int b, int c) {
    return count == a ? "a" : count == b ? "b" : count == c ? "c" : "counted " + count;
  }

  @Test
  @Order(1)
  void heads() {
    Map<String, String> whyNot =
        Map.of(
            "a",
            "after a complete request the parser begins anew, and there is a next byte.",
            "b",
            "the head of /c has come as well, down to its empty line. HEAD does not wait\n"
                + "for the body.",
            "c",
            "not all heads have come.");
    new Prediction("1. How many heads?", letter(count(Step.HEAD), 1, 2, 3), whyNot)
        .check(WhatIsAnswered.heads());
  }

  @Test
  @Order(2)
  void complete() {
    Map<String, String> whyNot =
        Map.of(
            "a",
            "nothing is left waiting that has come whole: /b is there to its last byte,\n"
                + "and no other read might ever come for it.",
            "b",
            "more has come.",
            "c",
            "the body of /c has five bytes, and three of them have come.");
    new Prediction("2. How many complete requests?", letter(count(Step.COMPLETE), 1, 2, 3), whyNot)
        .check(WhatIsAnswered.complete());
  }

  @Test
  @Order(3)
  void answers() {
    send(STREAM);
    int answers = guest.receive(4096).split("answer", -1).length - 1;
    Map<String, String> whyNot =
        Map.of(
            "a",
            "whoever waits for /c to be complete may wait for ever, and /a and /b have\n"
                + "nothing to do with it. What is complete is answered.",
            "b",
            "a guest may send his next request before the answer to the last has come. It\n"
                + "has been read, so it is the server's to answer: nobody will tell of it again.",
            "c",
            "less was complete.");
    new Prediction("3. How many answers?", letter(answers, 0, 1, 2), whyNot)
        .check(WhatIsAnswered.answers());
  }

  @Test
  @Order(4)
  void writes() {
    send(STREAM);
    Map<String, String> whyNot =
        Map.of(
            "a",
            "there are more answers than one write takes.",
            "b",
            "answers are put together in the outbox, as long as there is something to\n"
                + "answer. The outbox goes out once, at the end of the callback.",
            "c",
            "head and content stand in the outbox behind one another, and leave together.");
    new Prediction("4. How many writes?", letter(audience.log().count("write"), 1, 2, 4), whyNot)
        .check(WhatIsAnswered.writes());
  }

  @Test
  @Order(5)
  void state() {
    send(STREAM);
    String run =
        switch (guest.context().state()) {
          case KEEPING_ALIVE -> "a";
          case READING_HEAD -> "b";
          case READING_BODY -> "c";
          default -> guest.context().state().toString();
        };
    Map<String, String> whyNot =
        Map.of(
            "a",
            "at rest is who has nothing unfinished. The request /c has begun.",
            "b",
            "the head of /c has come to its end; what is missing is part of its body.",
            "c",
            "no body is missing.");
    new Prediction("5. In which state?", run, whyNot).check(WhatIsAnswered.state());
  }

  @Test
  @Order(6)
  void whatFollows() {
    send(STREAM);
    send("GET /d HTTP/1.1\r\nHost: m\r\n\r\n");
    boolean took = asked.contains("POST /c 5") && asked.contains("T /d 0");
    String run = took ? "b" : asked.contains("GET /d 0") ? "a" : "c";
    Map<String, String> whyNot =
        Map.of(
            "a",
            "to the parser GET is not the beginning of a request: it stands in a body,\n"
                + "and two bytes of that are missing. Bytes have no meaning but by the state they"
                + " meet.",
            "b",
            "no two bytes were missing.",
            "c",
            "a body may hold any bytes at all, \"GE\" too. Nothing about them is wrong.");
    new Prediction("6. What follows?", run, whyNot).check(WhatIsAnswered.whatFollows());
  }
}
