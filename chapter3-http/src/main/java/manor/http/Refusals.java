package manor.http;

import java.util.EnumMap;
import java.util.Map;

/** The answers to what cannot be served, made once. */
final class Refusals {
  private static final Map<Status, Response> RESPONSES = new EnumMap<>(Status.class);

  static {
    for (Status status : Status.values()) {
      if (status.code() >= 400) {
        RESPONSES.put(status, Response.text(status, status + "\n"));
      }
    }
  }

  private Refusals() {}

  static Response of(Status status) {
    return RESPONSES.get(status);
  }
}
