package manor.http;

/**
 * How much a client may send before it is told no.
 *
 * @param requestLine bytes of the request line without its CRLF, 414 beyond; RFC 9112 section 3
 *     asks for 8000
 * @param fieldLine bytes of one header or trailer line without its CRLF, 431 beyond; or of a
 *     chunk's size line, 400 beyond
 * @param fields how many header or trailer lines, 431 beyond
 * @param head bytes of the request line and all header lines together, with their CRLF, 431 beyond;
 *     it must fit in one piece of the {@link BufferPool}
 * @param body bytes of a body's content, 413 beyond
 * @param buffered bytes that all connections of one reactor may hold together, 503 beyond
 */
public record Limits(
    int requestLine, int fieldLine, int fields, int head, long body, long buffered) {
  private static final long MEBIBYTE = 1 << 20;

  /** What a server takes unless it is told otherwise. */
  public static final Limits DEFAULT =
      new Limits(8192, 8192, 100, 32768, 256 * MEBIBYTE, 64 * MEBIBYTE);

  /** Refuses limits that would refuse every request. */
  public Limits {
    if (requestLine < 16 || fieldLine < 16 || fields < 1 || head < 64) {
      throw new IllegalArgumentException("no request fits in these limits");
    }
    if (head > BufferPool.LARGEST) {
      throw new IllegalArgumentException("no piece of memory fits a head of " + head);
    }
    if (body < 0 || buffered < head) {
      throw new IllegalArgumentException("a body and one head must fit: " + body + ", " + buffered);
    }
  }

  /** The same, but for the longest body. */
  public Limits withBody(long bytes) {
    return new Limits(requestLine, fieldLine, fields, head, bytes, buffered);
  }

  /** The same, but for what all connections may hold together. */
  public Limits withBuffered(long bytes) {
    return new Limits(requestLine, fieldLine, fields, head, body, bytes);
  }
}
