package manor.http;

/**
 * A request in, a response out.
 *
 * <p>{@link #handle} runs on the reactor's thread, once for each complete request, in the order in
 * which they came on their connection. While it runs nobody else is served, so it must not wait.
 * What it throws becomes a 500 and a line in the report, and only this connection is closed.
 */
@FunctionalInterface
public interface Handler {
  /**
   * Answers one request.
   *
   * @param request valid until this method returns
   * @return the response; a new one, or one that is used again and again
   */
  Response handle(Request request);

  /**
   * Whether the body is to be kept for {@link #handle}; asked when the head is there. Otherwise its
   * bytes are counted and dropped as they come, and an upload of any size costs no memory.
   *
   * @param head only the request line and the headers may be asked for
   */
  default boolean keepsBody(Request head) {
    return false;
  }
}
