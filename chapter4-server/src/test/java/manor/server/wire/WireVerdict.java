package manor.server.wire;

import java.util.Optional;

/**
 * What is to be said of one case in one mode.
 *
 * @param heard what came from the server
 * @param complaint what is wrong with it; empty if nothing is
 */
record WireVerdict(WireCase wire, WireMode mode, WireTranscript heard, String complaint) {

  static WireVerdict of(WireCase wire, WireMode mode, WireTranscript heard) {
    String complaint = mode.cutsShort() ? ofPart(wire, mode, heard) : ofWhole(wire, heard);
    return new WireVerdict(wire, mode, heard, complaint);
  }

  boolean passed() {
    return complaint.isEmpty();
  }

  WireVerdict but(String complaint) {
    return new WireVerdict(wire, mode, heard, complaint);
  }

  private static String ofWhole(WireCase wire, WireTranscript heard) {
    if (heard.end() == WireEnd.BROKEN) {
      return heard.fault();
    }
    Optional<String> broken = WireRules.broken(heard.answers());
    if (broken.isPresent()) {
      return broken.get();
    }
    boolean good =
        wire.outcomes().stream()
            .anyMatch(
                outcome ->
                    outcome.matches(heard.answers()) && heard.end().satisfies(outcome.ending()));
    return good ? "" : "not an acceptable outcome";
  }

  /** Only some of the bytes were sent, and then a FIN or a reset. */
  private static String ofPart(WireCase wire, WireMode mode, WireTranscript heard) {
    if (heard.end() == WireEnd.SILENT) {
      return "the server neither answers nor closes after the client's FIN";
    }
    if (heard.end() == WireEnd.BROKEN) {
      return heard.fault();
    }
    boolean everything = mode.at() == wire.sent().length;
    if (!everything && heard.successes() > wire.messagesWithin(mode.at())) {
      return "success for a request that never came whole";
    }
    boolean answered =
        wire.outcomes().stream().anyMatch(outcome -> outcome.matches(heard.answers()));
    return everything && mode.kind() == WireMode.Kind.FIN && !answered
        ? "not an acceptable outcome, once the client has ended its half"
        : "";
  }

  @Override
  public String toString() {
    return String.format(
        "%s %s [%s]%n  %s%n  sent     %s%n  expected %s%n  got      %s",
        wire.level(),
        wire.name(),
        mode,
        complaint,
        WireText.show(wire.sent()),
        wire.outcomes(),
        heard);
  }
}
