package manor.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * What guests ask for, and how.
 *
 * @param connections how many are open at a time
 * @param depth how many requests are sent together, before their answers are read
 * @param fresh whether each request has a connection of its own
 * @param rate requests a second over all connections; 0 is as fast as answers come
 * @param request the bytes of one request
 * @param speech how an answer's end is known
 */
public record Load(
    int connections, int depth, boolean fresh, int rate, byte[] request, Speech speech) {
  /** How an answer's end is known. */
  public enum Speech {
    /** By its Content-Length; only 200 is a success. */
    HTTP,
    /** The answer is the request again. */
    ECHO
  }

  private static final byte[] GET = ascii("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  private static final byte[] LAST =
      ascii("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  /** Each connection asks again as soon as it is answered. */
  public static Load keepAlive(int connections) {
    return new Load(connections, 1, false, 0, GET, Speech.HTTP);
  }

  /** Each connection asks {@code depth} times at once, and again when all are answered. */
  public static Load pipelined(int connections, int depth) {
    return new Load(connections, depth, false, 0, GET, Speech.HTTP);
  }

  /** A connection a request. */
  public static Load fresh(int connections) {
    return new Load(connections, 1, true, 0, LAST, Speech.HTTP);
  }

  /** Requests come by the clock, whether or not earlier ones are answered. */
  public static Load atRate(int connections, int rate) {
    return new Load(connections, 1, false, rate, GET, Speech.HTTP);
  }

  /** Uploads of {@code bytes} each. */
  public static Load upload(int connections, int bytes) {
    byte[] head =
        ascii(
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n"
                + ("Content-Length: " + bytes + "\r\n\r\n"));
    byte[] request = java.util.Arrays.copyOf(head, head.length + bytes);
    return new Load(connections, 1, false, 0, request, Speech.HTTP);
  }

  /** {@code bytes} there and back again. */
  public static Load echo(int connections, int bytes) {
    return new Load(connections, 1, false, 0, new byte[bytes], Speech.ECHO);
  }
}
