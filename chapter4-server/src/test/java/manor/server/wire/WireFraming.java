package manor.server.wire;

import java.util.List;

/**
 * How a client finds the end of a response: RFC 9112, section 6.3, read strictly.
 *
 * @param kind which of the four rules applies
 * @param length the length, where that is the rule
 */
record WireFraming(Kind kind, int length) {

  /** The four rules, in the order in which they are tried. */
  enum Kind {
    NONE,
    CHUNKED,
    LENGTH,
    UNTIL_CLOSE
  }

  static WireFraming of(WireAnswer head, boolean toHead) throws WireFault {
    List<String> codings = head.fields("Transfer-Encoding");
    List<String> lengths = head.fields("Content-Length");
    check(head, codings, lengths);
    if (toHead || head.isInterim() || head.status() == 204 || head.status() == 304) {
      return new WireFraming(Kind.NONE, 0);
    }
    if (!codings.isEmpty()) {
      return new WireFraming(Kind.CHUNKED, 0);
    }
    return lengths.isEmpty()
        ? new WireFraming(Kind.UNTIL_CLOSE, 0)
        : new WireFraming(Kind.LENGTH, Integer.parseInt(lengths.get(0)));
  }

  private static void check(WireAnswer head, List<String> codings, List<String> lengths)
      throws WireFault {
    boolean bodiless = head.isInterim() || head.status() == 204;
    if (bodiless && !(codings.isEmpty() && lengths.isEmpty())) {
      throw new WireFault("a " + head.status() + " that speaks of a body");
    }
    if (!codings.isEmpty() && !lengths.isEmpty()) {
      throw new WireFault("both Transfer-Encoding and Content-Length");
    }
    if (codings.size() > 1 || codings.stream().anyMatch(one -> !one.equalsIgnoreCase("chunked"))) {
      throw new WireFault("Transfer-Encoding: " + codings);
    }
    if (lengths.size() > 1 || lengths.stream().anyMatch(one -> !one.matches("\\d{1,9}"))) {
      throw new WireFault("Content-Length: " + lengths);
    }
  }
}
