package manor.server.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One response as it was read from the wire, its framing already taken off.
 *
 * @param status the three digits
 * @param lines the field lines in order, names as they were sent
 * @param body the content, empty where none may follow
 * @param untilClose whether only the end of the connection ended the body
 */
record WireAnswer(
    int status, List<Map.Entry<String, String>> lines, byte[] body, boolean untilClose) {

  boolean isInterim() {
    return status < 200;
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  List<String> fields(String name) {
    return lines.stream()
        .filter(line -> line.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  boolean lists(String name, String member) {
    return fields(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .anyMatch(part -> part.trim().equalsIgnoreCase(member));
  }

  @Override
  public String toString() {
    return status + (body.length == 0 ? "" : " \"" + WireText.show(body) + "\"");
  }
}
