package manor.server.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads responses as the strictest client would: every line ends in CRLF, every name is a token,
 * and the framing is never a matter of opinion. Anything else is a {@link WireFault}.
 */
final class WireAnswerReader {
  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/1\\.1 ([1-5]\\d\\d) [\\t -~\\x80-\\xff]*");
  private static final Pattern FIELD_LINE =
      Pattern.compile(
          "([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*((?:[\\t -~\\x80-\\xff]*[^ \\t])?)[ \\t]*");
  private static final int LONGEST_LINE = 65_536;

  private final InputStream in;

  WireAnswerReader(InputStream in) {
    this.in = in;
  }

  /** The next answer, or nothing if the stream ended in good order before one began. */
  Optional<WireAnswer> next(boolean toHead) throws IOException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    String statusLine = line(first);
    Matcher parts = STATUS_LINE.matcher(statusLine);
    if (!parts.matches()) {
      throw new WireFault("not a status line: " + WireText.show(WireText.ascii(statusLine)));
    }
    return Optional.of(withBody(Integer.parseInt(parts.group(1)), fieldLines(), toHead));
  }

  private WireAnswer withBody(int status, List<Map.Entry<String, String>> lines, boolean toHead)
      throws IOException {
    WireAnswer head = new WireAnswer(status, lines, new byte[0], false);
    WireFraming framing = WireFraming.of(head, toHead);
    byte[] body =
        switch (framing.kind()) {
          case NONE -> new byte[0];
          case LENGTH -> exactly(framing.length());
          case CHUNKED -> chunks();
          case UNTIL_CLOSE -> in.readAllBytes();
        };
    boolean untilClose = framing.kind() == WireFraming.Kind.UNTIL_CLOSE;
    return new WireAnswer(status, lines, body, untilClose);
  }

  private List<Map.Entry<String, String>> fieldLines() throws IOException {
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    for (String line = line(octet()); !line.isEmpty(); line = line(octet())) {
      Matcher parts = FIELD_LINE.matcher(line);
      if (!parts.matches()) {
        throw new WireFault("not a field line: " + WireText.show(WireText.ascii(line)));
      }
      lines.add(Map.entry(parts.group(1), parts.group(2)));
    }
    return lines;
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.writeBytes(exactly(size));
      if (!line(octet()).isEmpty()) {
        throw new WireFault("a chunk is longer than its size says");
      }
    }
    fieldLines();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    String size = line(octet()).split("[ \\t]*;", 2)[0];
    if (!size.matches("[0-9A-Fa-f]{1,7}")) {
      throw new WireFault("not a chunk size: " + WireText.show(WireText.ascii(size)));
    }
    return Integer.parseInt(size, 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new WireFault("body cut short: " + body.length + " bytes of " + length);
    }
    return body;
  }

  private String line(int first) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = first; octet != '\r'; octet = octet()) {
      if (octet == '\n' || line.length() > LONGEST_LINE) {
        throw new WireFault("a line that does not end in CRLF");
      }
      line.append((char) octet);
    }
    if (octet() != '\n') {
      throw new WireFault("a CR without its LF");
    }
    return line.toString();
  }

  private int octet() throws IOException {
    int octet = in.read();
    if (octet < 0) {
      throw new WireFault("head cut short");
    }
    return octet;
  }
}
