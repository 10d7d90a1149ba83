package manor.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * A response: status, header fields and content. Immutable, and encoded when it is made, so that
 * one made beforehand costs nothing to send again. Date, Content-Length and Connection are the
 * server's business and are added by it.
 *
 * <p>Threads: any, unless the content says otherwise.
 */
public final class Response {
  private static final int MAX_FIELDS = 8192;
  private static final Set<String> OF_THE_SERVER =
      Set.of("content-length", "transfer-encoding", "connection", "date");
  private static final Content EMPTY = new Content.Bytes(new byte[0]);

  private final Status status;
  private final byte[] fields;
  private final Content content;
  private final byte[] lengthLine;

  private Response(Status status, byte[] fields, Content content) {
    this.status = status;
    this.fields = fields;
    this.content = content;
    this.lengthLine =
        status.isWithoutContent()
            ? new byte[0]
            : ("Content-Length: " + content.length() + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** A response without content. */
  public static Response of(Status status) {
    return new Response(status, new byte[0], EMPTY);
  }

  /**
   * A response with content.
   *
   * @param contentType as {@code text/html; charset=utf-8}: RFC 9110 section 8.3
   */
  public static Response of(Status status, String contentType, Content content) {
    return new Response(status, new byte[0], content).with("Content-Type", contentType);
  }

  /** A response of plain text. */
  public static Response text(Status status, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(status, "text/plain; charset=utf-8", new Content.Bytes(bytes));
  }

  /**
   * The same with one more header field.
   *
   * @throws IllegalArgumentException for a name that is no token or the server's own business, a
   *     value with control or non-ASCII characters, or more than 8 KiB of fields
   */
  public Response with(String name, String value) {
    requireClean(name, value);
    ByteArrayOutputStream more = new ByteArrayOutputStream();
    more.writeBytes(fields);
    more.writeBytes((name + ": " + value + "\r\n").getBytes(StandardCharsets.US_ASCII));
    if (more.size() > MAX_FIELDS) {
      throw new IllegalArgumentException("more than " + MAX_FIELDS + " bytes of header fields");
    }
    return new Response(status, more.toByteArray(), content);
  }

  private static void requireClean(String name, String value) {
    boolean token =
        !name.isEmpty() && name.chars().allMatch(c -> c < 128 && Octets.isToken((byte) c));
    boolean free = !OF_THE_SERVER.contains(name.toLowerCase(Locale.ROOT));
    boolean text = value.chars().allMatch(c -> c < 128 && Octets.isFieldText((byte) c));
    if (!token || !free || !text) {
      throw new IllegalArgumentException(
          "not a header field of a response: " + name + ": " + value);
    }
  }

  /** What the answer is. */
  public Status status() {
    return status;
  }

  /** What it carries. */
  public Content content() {
    return content;
  }

  byte[] fields() {
    return fields;
  }

  byte[] lengthLine() {
    return lengthLine;
  }
}
