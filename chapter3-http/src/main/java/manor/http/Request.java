package manor.http;

import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * One request, as a view onto the bytes that came: nothing is turned into text until it is asked
 * for. Valid only while {@link Handler#handle} runs; the bytes belong to the next request after it.
 *
 * <p>Text is a character a byte (ISO 8859-1), as RFC 9110 section 5.5 allows; names of fields are
 * found in any case. Threads: the reactor's.
 */
public final class Request {
  private final Fields fields = new Fields();
  private ByteBuffer bytes;
  private int base;
  private int methodStart;
  private int methodEnd;
  private int targetStart;
  private int targetEnd;
  private int pathStart;
  private int pathEnd;
  private int query;
  private int minorVersion;
  private long received;
  private Body body;

  Request() {}

  void begin(ByteBuffer bytes, int base) {
    this.bytes = bytes;
    this.base = base;
    fields.clear();
    body = null;
    received = 0;
  }

  /** The head has been moved to other bytes. */
  void moved(ByteBuffer bytes, int base) {
    this.bytes = bytes;
    this.base = base;
  }

  void line(RequestLineParser line) {
    methodStart = line.start();
    methodEnd = line.methodEnd;
    targetStart = line.targetStart;
    targetEnd = line.targetEnd;
    minorVersion = line.minorVersion();
  }

  /** Where the path is, and the question mark; that is the target's end when there is none. */
  void path(int start, int end, int questionMark) {
    pathStart = start;
    pathEnd = end;
    query = questionMark;
  }

  void received(long bytesOfBody) {
    received = bytesOfBody;
  }

  void body(Body kept) {
    body = kept;
  }

  Fields fields() {
    return fields;
  }

  /** The method as it came: RFC 9110 section 9. Methods are told apart by case. */
  public String method() {
    return Octets.text(bytes, base + methodStart, base + methodEnd);
  }

  /** Whether the method is this one. Makes no garbage. */
  public boolean hasMethod(String method) {
    return equal(methodStart, methodEnd, method);
  }

  /** The target as it came, in any of its four forms: RFC 9112 section 3.2. */
  public String target() {
    return Octets.text(bytes, base + targetStart, base + targetEnd);
  }

  /** The path of the target, still percent-encoded, never empty; or the {@code *} of OPTIONS. */
  public String path() {
    return Octets.text(bytes, base + pathStart, base + pathEnd);
  }

  /** Whether the path, still percent-encoded, is this one. Makes no garbage. */
  public boolean hasPath(String path) {
    return equal(pathStart, pathEnd, path);
  }

  /** Whether the path, still percent-encoded, begins like this. Makes no garbage. */
  public boolean hasPathUnder(String prefix) {
    int end = pathStart + prefix.length();
    return end <= pathEnd && equal(pathStart, end, prefix);
  }

  /** What stands behind the {@code ?} of the target, or null when there is none. */
  public String query() {
    return query < targetEnd ? Octets.text(bytes, base + query + 1, base + targetEnd) : null;
  }

  private boolean equal(int start, int end, String text) {
    if (end - start != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes.get(base + start + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** 0 for HTTP/1.0, 1 or more for HTTP/1.1 and what comes after it. */
  public int minorVersion() {
    return minorVersion;
  }

  /** The value of the first field of that name, without the space around it, or null. */
  public String header(String name) {
    int index = fields.find(bytes, base, 0, name.toLowerCase(Locale.ROOT));
    return index < 0 ? null : fields.value(bytes, base, index);
  }

  /** How many header lines there are. */
  public int headerCount() {
    return fields.count();
  }

  /** The name of the header line at {@code index}, as it came. */
  public String headerName(int index) {
    return fields.name(bytes, base, index);
  }

  /** The value of the header line at {@code index}, without the space around it. */
  public String headerValue(int index) {
    return fields.value(bytes, base, index);
  }

  /** Bytes of content that came with it, whether kept or not. */
  public long contentLength() {
    return received;
  }

  /**
   * The content.
   *
   * @throws IllegalStateException when the handler did not ask for it by {@link Handler#keepsBody}
   */
  public Body body() {
    if (body == null) {
      throw new IllegalStateException("the body was not kept: override Handler.keepsBody");
    }
    return body;
  }
}
