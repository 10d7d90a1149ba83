package manor.server;

import java.time.Instant;
import java.util.StringJoiner;
import manor.http.DateHeader;
import manor.http.Request;
import manor.http.Status;
import manor.syscall.Statx;

/**
 * Whether the client has the file already: conditional requests, RFC 9110 section 13.
 *
 * @param etag the file's entity tag, strong
 * @param modified when its content last changed, to the second
 */
record Conditions(String etag, Instant modified) {

  static Conditions of(Statx status) {
    String etag =
        String.format("\"%x-%x-%x\"", status.inode(), status.size(), status.modifiedNanos());
    return new Conditions(etag, Instant.ofEpochSecond(status.modifiedNanos() / 1_000_000_000L));
  }

  String lastModified() {
    return DateHeader.format(modified);
  }

  /** 412 or 304 when a condition says so, or null: the order is that of section 13.2.2. */
  Status verdict(Request request) {
    String ifMatch = list(request, "if-match");
    String unmodifiedSince = request.header("if-unmodified-since");
    if (ifMatch != null ? !lists(ifMatch, false) : isAfter(unmodifiedSince)) {
      return Status.PRECONDITION_FAILED;
    }
    String noneMatch = list(request, "if-none-match");
    if (noneMatch != null) {
      return lists(noneMatch, true) ? Status.NOT_MODIFIED : null;
    }
    Instant since = date(request.header("if-modified-since"));
    return since != null && !modified.isAfter(since) ? Status.NOT_MODIFIED : null;
  }

  /** Whether a Range may be answered: section 13.1.5; a weak tag never allows it. */
  boolean allowRange(String ifRange) {
    return ifRange == null || ifRange.equals(etag) || modified.equals(date(ifRange));
  }

  private boolean isAfter(String since) {
    Instant moment = date(since);
    return moment != null && modified.isAfter(moment);
  }

  private boolean lists(String tags, boolean weakly) {
    if (tags.trim().equals("*")) {
      return true;
    }
    for (String tag : tags.split(",")) {
      String bare = tag.trim();
      if (bare.equals(etag) || (weakly && bare.equals("W/" + etag))) {
        return true;
      }
    }
    return false;
  }

  private static Instant date(String text) {
    return text == null ? null : HttpDate.parse(text);
  }

  /** A list may come in several lines: RFC 9110 section 5.3. */
  private static String list(Request request, String name) {
    if (request.header(name) == null) {
      return null;
    }
    StringJoiner lines = new StringJoiner(",");
    for (int i = 0; i < request.headerCount(); i++) {
      if (request.headerName(i).equalsIgnoreCase(name)) {
        lines.add(request.headerValue(i));
      }
    }
    return lines.toString();
  }
}
