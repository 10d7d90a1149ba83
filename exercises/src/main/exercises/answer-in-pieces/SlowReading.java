package manor.exercises.answerinpieces;

import static manor.exercises.Expect.mistake;

import manor.exercises.Audience;
import manor.exercises.Caret;
import manor.exercises.Visitor;
import manor.http.Request;
import manor.http.Response;
import manor.http.Status;

/** A desk whose answers are longer than what a socket takes, and guests who read when they like. */
final class SlowReading {
  /** What a socket holds for a guest who does not read. */
  static final int ROOM = 4096;

  /** Bytes of the answer to /long. */
  static final int LONG = 30_000;

  /** More than any guest here is sent; only an answer that never ends is longer. */
  private static final int MOST = 200_000;

  final Audience audience = new Audience(SlowReading::answer, ROOM);

  static String content(String path, int length) {
    StringBuilder text = new StringBuilder();
    for (int line = 1; text.length() < length; line++) {
      text.append(path).append(" line ").append(line).append('\n');
    }
    return text.substring(0, length);
  }

  private static Response answer(Request request) {
    return Response.text(Status.OK, content(request.path(), length(request)));
  }

  private static int length(Request request) {
    if (request.hasPath("/none")) {
      return 0;
    }
    return request.hasPath("/short") ? 10 : request.hasPath("/huge") ? 150_000 : LONG;
  }

  /** He asks, and the server does what it can do now. */
  void ask(Visitor guest, String path) {
    guest.send(request(path));
    serve();
  }

  static String request(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: m\r\n\r\n";
  }

  /** The server's turns, until nobody is ready. */
  void serve() {
    try {
      audience.serve();
    } catch (NullPointerException nothing) {
      throw mistake("unsent is null: there is nothing to write, or to give back, any more.", nothing);
    } catch (AssertionError stopped) {
      throw mistake(reason(stopped.getMessage()) + stopped.getMessage(), stopped);
    }
  }

  private static String reason(String message) {
    if (message.contains("+ -")) {
      return "keep was given an end that lies before from. (length() of the outbox is 0 once it is"
          + " cleared.)\n";
    }
    if (message.startsWith("A place outside")) {
      return "What keep is given are two places, from and end. What write is given last is a count:"
          + "\nunsentEnd - unsentFrom.\n";
    }
    if (message.startsWith("The server is told")) {
      return "All is out, and false was answered: true says that nothing had to stay.\n";
    }
    if (message.contains("A write of no bytes")) {
      return "flush asks unsent first, as long as it is not null: when all of it is out, forget"
          + " it.\n";
    }
    return "";
  }

  /** He reads in bites, the server goes on in between, until nothing more comes. */
  String readAll(Visitor guest, int bite) {
    StringBuilder all = new StringBuilder();
    String piece = guest.receive(bite);
    int silence = 0;
    while (silence < 3 && all.length() < MOST) {
      all.append(piece);
      serve();
      silence = piece.isEmpty() ? silence + 1 : 0;
      piece = guest.receive(bite);
    }
    return all.toString();
  }

  /** The content of this answer is in what he heard. */
  void hasCome(String heard, String path, int length, String mistake) {
    int start = heard.indexOf("\r\n\r\n") + 4;
    if (start < 4) {
      throw mistake(
          mistake
              + "\nNot even the head of the answer to "
              + path
              + " has come.\n"
              + audience.log().last(3));
    }
    String expected = content(path, length);
    String got = heard.substring(start);
    if (!got.equals(expected)) {
      throw mistake(mistake + "\n" + difference(expected, got) + "\n" + writes());
    }
  }

  private static String difference(String expected, String got) {
    int at = 0;
    while (at < Math.min(expected.length(), got.length())
        && expected.charAt(at) == got.charAt(at)) {
      at++;
    }
    String from = got.substring(Math.max(0, at - 20), Math.min(got.length(), at + 24));
    String note = at == got.length() ? "and then nothing" : "this does not belong here";
    return "The content has "
        + expected.length()
        + " bytes, and from byte "
        + at
        + " on it is wrong:\n"
        + Caret.under(from, Math.min(at, 20), note)
        + "\n"
        + reason(expected.substring(0, at), expected.substring(at), got.substring(at));
  }

  /** Where the first wrong bytes come from. */
  private static String reason(String right, String missing, String wrong) {
    String first = wrong.substring(0, Math.min(wrong.length(), 14));
    if (first.isEmpty()) {
      return "The end was taken for sent, or was never kept.";
    }
    if (first.startsWith("HTTP/")) {
      return "The answer begins anew: what is kept begins where the write stopped, at written.";
    }
    if (right.contains(first)) {
      return "That was out already: unsentFrom moves on by what each write took, and unsentEnd"
          + " stays.";
    }
    if (missing.contains(first)) {
      return "Some bytes were left out before it.";
    }
    return !first.startsWith("\0")
        ? "It is no part of this answer."
        : "Nobody has put it there: memory is larger than what stands in it, and what stands\n"
            + "behind the end, unsentEnd or the outbox's length, is rubbish.";
  }

  private String writes() {
    int writes = audience.log().count("write");
    return writes == 1
        ? "The server has made one write."
        : "The server has made " + writes + " writes.";
  }
}
