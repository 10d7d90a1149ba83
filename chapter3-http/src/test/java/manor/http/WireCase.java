package manor.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * One line of {@code requests.txt}: bytes, and what is to come of them.
 *
 * @param name what is special about it
 * @param verdict a status code; or {@code ok} when all of it is complete requests, {@code more}
 *     when something is missing
 * @param stream the bytes
 */
record WireCase(String name, String verdict, byte[] stream) {
  /** Every case, in the order of the file. */
  static Stream<WireCase> all() {
    try (InputStream file = WireCase.class.getResourceAsStream("requests.txt")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).map(WireCase::of);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static WireCase of(String line) {
    String[] parts = line.split("\\|", 3);
    return new WireCase(parts[1].strip(), parts[0].strip(), wire(parts[2].substring(1)));
  }

  /** The bytes of a line in which {@code \r}, {@code \n}, {@code \t} and {@code \xHH} are one. */
  static byte[] wire(String text) {
    String line =
        text.replace("{GET}", "GET / HTTP/1.1\\r\\nHost: a\\r\\n")
            .replace("{POST}", "POST / HTTP/1.1\\r\\nHost: a\\r\\n")
            .replace("{CHUNKED}", "{POST}Transfer-Encoding: chunked\\r\\n\\r\\n")
            .replace("{POST}", "POST / HTTP/1.1\\r\\nHost: a\\r\\n");
    StringBuilder wire = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != '\\') {
        wire.append(c);
      } else if (line.charAt(++i) == 'x') {
        wire.append((char) Integer.parseInt(line, i + 1, i + 3, 16));
        i += 2;
      } else {
        wire.append(
            switch (line.charAt(i)) {
              case 'r' -> '\r';
              case 'n' -> '\n';
              case 't' -> '\t';
              default -> line.charAt(i);
            });
      }
    }
    return ParserFeed.bytes(wire.toString());
  }

  @Override
  public String toString() {
    return name + " -> " + verdict;
  }
}
