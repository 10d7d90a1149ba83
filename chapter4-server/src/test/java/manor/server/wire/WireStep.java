package manor.server.wire;

/** One turn of the client in the conversation that a case writes down. */
sealed interface WireStep {

  /**
   * The client sends these bytes.
   *
   * @param messages how many requests end with the last of them: the repetitions of a repeated
   *     request, and 1 for everything else
   */
  record Send(byte[] bytes, int messages) implements WireStep {}

  /** The client sends nothing more until one more answer has come. */
  record Await() implements WireStep {}

  /** The client ends its half of the connection, and goes on listening. */
  record Fin() implements WireStep {}
}
