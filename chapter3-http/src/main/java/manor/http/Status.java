package manor.http;

import java.nio.charset.StandardCharsets;

/** The status codes this book answers with: RFC 9110 section 15. */
public enum Status {
  CONTINUE(100, "Continue"),
  OK(200, "OK"),
  PARTIAL_CONTENT(206, "Partial Content"),
  MOVED_PERMANENTLY(301, "Moved Permanently"),
  NOT_MODIFIED(304, "Not Modified"),
  BAD_REQUEST(400, "Bad Request"),
  FORBIDDEN(403, "Forbidden"),
  NOT_FOUND(404, "Not Found"),
  METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
  REQUEST_TIMEOUT(408, "Request Timeout"),
  PRECONDITION_FAILED(412, "Precondition Failed"),
  CONTENT_TOO_LARGE(413, "Content Too Large"),
  URI_TOO_LONG(414, "URI Too Long"),
  RANGE_NOT_SATISFIABLE(416, "Range Not Satisfiable"),
  EXPECTATION_FAILED(417, "Expectation Failed"),
  HEADER_FIELDS_TOO_LARGE(431, "Request Header Fields Too Large"),
  INTERNAL_SERVER_ERROR(500, "Internal Server Error"),
  NOT_IMPLEMENTED(501, "Not Implemented"),
  SERVICE_UNAVAILABLE(503, "Service Unavailable"),
  VERSION_NOT_SUPPORTED(505, "HTTP Version Not Supported");

  private final int code;
  private final String reason;
  private final byte[] line;

  Status(int code, String reason) {
    this.code = code;
    this.reason = reason;
    this.line = ("HTTP/1.1 " + this + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** The three digits. */
  public int code() {
    return code;
  }

  /** The words behind them, for people. */
  public String reason() {
    return reason;
  }

  /** Whether an answer of this status never has content: RFC 9112 section 6.3. */
  public boolean isWithoutContent() {
    return this == NOT_MODIFIED || code < 200;
  }

  /** The status line, as it goes out; not to be changed. */
  byte[] line() {
    return line;
  }

  /** As {@code 404 Not Found}. */
  @Override
  public String toString() {
    return code + " " + reason;
  }
}
