package manor.server.wire;

/** What a case expects of the connection once the last answer has come. */
enum WireEnding {
  /** A further request on the same connection is answered. */
  OPEN,
  /** The server ends the connection, and says nothing more before it does. */
  CLOSED,
  /** Either will do, as long as nothing more is said unasked. */
  EITHER
}
