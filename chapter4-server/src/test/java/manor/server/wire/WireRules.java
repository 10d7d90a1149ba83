package manor.server.wire;

import java.util.List;
import java.util.Optional;

/** What the standard asks of every answer, whatever the case is about. */
final class WireRules {
  private WireRules() {}

  /** The first rule that one of these answers breaks, if any does. */
  static Optional<String> broken(List<WireAnswer> answers) {
    return answers.stream().map(WireRules::broken).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> broken(WireAnswer answer) {
    int status = answer.status();
    if (status >= 200 && status < 500 && !new WireCheck("Date: {date}").holdsFor(answer)) {
      return Optional.of(status + " without a good Date (RFC 9110 6.6.1)");
    }
    if (status == 405 && answer.fields("Allow").isEmpty()) {
      return Optional.of("405 without Allow (RFC 9110 15.5.6)");
    }
    if ((status == 426 || status == 101) && answer.fields("Upgrade").isEmpty()) {
      return Optional.of(status + " without Upgrade (RFC 9110 15.5.22)");
    }
    return Optional.empty();
  }
}
