package manor.server.wire;

/** How a connection really ended. */
enum WireEnd {
  /** A further request was answered. */
  OPEN,
  /** The server closed in good order: end of stream. */
  FIN,
  /** The server broke off: connection reset. */
  RESET,
  /** Nothing came until the time limit, though something had to. */
  SILENT,
  /** The server sent something that is not HTTP. */
  BROKEN;

  boolean satisfies(WireEnding expected) {
    boolean closed = this == FIN || this == RESET;
    return switch (expected) {
      case OPEN -> this == OPEN;
      case CLOSED -> closed;
      case EITHER -> closed || this == OPEN;
    };
  }
}
