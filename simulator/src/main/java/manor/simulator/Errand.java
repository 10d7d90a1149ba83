package manor.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A request to the server of chapter 4, and every byte of the answer that it should get: the oracle
 * of the long runs. It is written from what the server promises, not from its code.
 *
 * @param request as it is sent
 * @param answer as it must come back
 * @param isLast whether the connection ends with the answer
 */
record Errand(byte[] request, byte[] answer, boolean isLast) {
  /** The time in every world in which a server runs. */
  private static final String DATE = "Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n";

  private static final String HOST = "Host: manor\r\n";
  private static final String GREETING = "Hello! I am an epoll server.";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String OCTETS = "application/octet-stream";

  /** What the disk of every world with a server has in it. */
  static final String FOLDER = "/book";

  static final byte[] PAGE = ascii("<!DOCTYPE html><title>A page</title>".repeat(200));

  /** One that is asked for often. */
  static Errand random(SplittableRandom random, boolean last) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> greeting("GET", last);
      case 2 -> greeting("HEAD", last);
      case 3 -> echo(bytes(random), last);
      case 4 -> chunked(bytes(random), 1 + random.nextInt(3000), last);
      default -> upload(bytes(random), last);
    };
  }

  private static byte[] bytes(SplittableRandom random) {
    int most = random.nextInt(25) == 0 ? 80_000 : random.nextInt(4) == 0 ? 5_000 : 200;
    byte[] bytes = new byte[random.nextInt(most)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** What every other path says. */
  static Errand greeting(String method, boolean last) {
    String request = method + " / HTTP/1.1\r\n" + HOST + connection(last) + "\r\n";
    byte[] body = ascii(method.equals("HEAD") ? "" : GREETING);
    return new Errand(ascii(request), join(head(TEXT, GREETING.length(), last), body), last);
  }

  /** A page from the disk; {@code answer} is known from asking before. */
  static Errand page(byte[] answer) {
    String request = "GET /book/page.html HTTP/1.1\r\n" + HOST + connection(true) + "\r\n";
    return new Errand(ascii(request), answer, true);
  }

  /** A body that comes back. */
  static Errand echo(byte[] body, boolean last) {
    String head = "POST /echo HTTP/1.1\r\n" + HOST + length(body) + connection(last) + "\r\n";
    return new Errand(join(ascii(head), body), echoed(body, last), last);
  }

  /** A body that is counted and forgotten. */
  static Errand upload(byte[] body, boolean last) {
    String head = "PUT /upload HTTP/1.1\r\n" + HOST + length(body) + connection(last) + "\r\n";
    byte[] answer = join(head(TEXT, GREETING.length(), last), ascii(GREETING));
    return new Errand(join(ascii(head), body), answer, last);
  }

  /** A body that comes back, sent in chunks. */
  static Errand chunked(byte[] body, int chunk, boolean last) {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(
        ascii(
            "POST /echo HTTP/1.1\r\n"
                + HOST
                + "Transfer-Encoding: chunked\r\n"
                + connection(last)
                + "\r\n"));
    for (int from = 0; from < body.length; from += chunk) {
      byte[] part = Arrays.copyOfRange(body, from, Math.min(body.length, from + chunk));
      request.writeBytes(ascii(Integer.toHexString(part.length) + "\r\n"));
      request.writeBytes(part);
      request.writeBytes(ascii("\r\n"));
    }
    request.writeBytes(ascii("0\r\n\r\n"));
    return new Errand(request.toByteArray(), echoed(body, last), last);
  }

  private static byte[] echoed(byte[] body, boolean last) {
    return join(head(OCTETS, body.length, last), body);
  }

  private static byte[] head(String type, int length, boolean last) {
    return ascii(
        "HTTP/1.1 200 OK\r\n"
            + DATE
            + "Content-Type: "
            + type
            + "\r\nContent-Length: "
            + length
            + "\r\n"
            + connection(last)
            + "\r\n");
  }

  private static String length(byte[] body) {
    return String.format(Locale.ROOT, "Content-Length: %d\r\n", body.length);
  }

  private static String connection(boolean last) {
    return last ? "Connection: close\r\n" : "";
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
