package manor.http;

/**
 * The part of a chunk's size line behind the size, a byte at a time: RFC 9112 section 7.1.1.
 *
 * <pre>
 *   chunk-ext = *( BWS ";" BWS name [ BWS "=" BWS ( token / quoted-string ) ] )
 * </pre>
 */
final class ChunkExtension {
  private enum State {
    SEMICOLON,
    BEFORE_NAME,
    NAME,
    AFTER_NAME,
    BEFORE_VALUE,
    VALUE,
    QUOTED,
    ESCAPED,
    AFTER_VALUE
  }

  private State state;

  void reset() {
    state = State.SEMICOLON;
  }

  /** Whether the line may end here; {@code 5 CRLF} with a space before CR may not. */
  boolean mayEnd() {
    return state == State.NAME || state == State.VALUE || state == State.AFTER_VALUE;
  }

  /** Takes one byte; false when it may not stand here. */
  boolean accepts(byte octet) {
    State next =
        switch (state) {
          case SEMICOLON -> blank(octet, ';', State.BEFORE_NAME);
          case BEFORE_NAME -> Octets.isToken(octet) ? State.NAME : space(octet);
          case NAME -> Octets.isToken(octet) ? State.NAME : afterName(octet);
          case AFTER_NAME -> afterName(octet);
          case BEFORE_VALUE -> beforeValue(octet);
          case VALUE -> Octets.isToken(octet) ? State.VALUE : afterValue(octet);
          case QUOTED -> quoted(octet);
          case ESCAPED -> Octets.isFieldText(octet) ? State.QUOTED : null;
          case AFTER_VALUE -> afterValue(octet);
        };
    state = next == null ? state : next;
    return next != null;
  }

  private State space(byte octet) {
    return Octets.isWhitespace(octet) ? state : null;
  }

  private State blank(byte octet, char wanted, State then) {
    return octet == wanted ? then : space(octet);
  }

  private static State afterName(byte octet) {
    if (octet == '=') {
      return State.BEFORE_VALUE;
    }
    if (octet == ';') {
      return State.BEFORE_NAME;
    }
    return Octets.isWhitespace(octet) ? State.AFTER_NAME : null;
  }

  private State beforeValue(byte octet) {
    if (octet == '"') {
      return State.QUOTED;
    }
    return Octets.isToken(octet) ? State.VALUE : space(octet);
  }

  private static State quoted(byte octet) {
    if (octet == '"') {
      return State.AFTER_VALUE;
    }
    if (octet == '\\') {
      return State.ESCAPED;
    }
    return Octets.isFieldText(octet) ? State.QUOTED : null;
  }

  private static State afterValue(byte octet) {
    if (octet == ';') {
      return State.BEFORE_NAME;
    }
    return Octets.isWhitespace(octet) ? State.SEMICOLON : null;
  }
}
