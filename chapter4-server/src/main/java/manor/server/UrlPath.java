package manor.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The path of a URL as names of folders and a file, decoded exactly once: RFC 3986 section 2.1 and
 * 3.3. What could lead out of a folder is no name: {@code ..}, a slash or a NUL behind a percent
 * sign.
 *
 * @param names of folders and, last, of a file; empty for the root itself
 * @param folder whether the path ended in a slash, so that a folder is meant
 */
record UrlPath(List<String> names, boolean folder) {

  /**
   * Decodes a path.
   *
   * @param path percent-encoded, starting with a slash
   * @return null when it names nothing that could be served
   */
  static UrlPath decode(String path) {
    List<String> names = new ArrayList<>();
    String[] segments = path.split("/", -1);
    for (int i = 1; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      if (last && segments[i].isEmpty()) {
        return new UrlPath(names, true);
      }
      String name = decodeSegment(segments[i]);
      if (name == null || !isName(name)) {
        return null;
      }
      names.add(name);
    }
    return new UrlPath(names, false);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && !name.startsWith(".")
        && name.indexOf('/') < 0
        && name.indexOf('\0') < 0;
  }

  private static String decodeSegment(String segment) {
    ByteBuffer bytes = ByteBuffer.allocate(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c != '%') {
        bytes.put((byte) c);
        continue;
      }
      int high = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(segment.charAt(i + 2), 16);
      if (low < 0) {
        return null;
      }
      bytes.put((byte) (high << 4 | low));
      i += 2;
    }
    return utf8(bytes.flip());
  }

  private static String utf8(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException malformed) {
      return null;
    }
  }
}
