/**
 * Chapter 3: bytes arrive in pieces; a request is a state, not a string.
 *
 * <p>TCP brings a stream of bytes and keeps no promise about where one read ends. So a connection
 * is never "reading a request": it stands somewhere in one, remembers where, and goes on from there
 * when the steward says that more has come.
 *
 * <p>Reading order:
 *
 * <ol>
 *   <li>{@link manor.http.RequestParser}: from bytes to a {@link manor.http.Request}, in steps,
 *       with no input or output of its own. Inside: {@code RequestLineParser}, {@code FieldParser},
 *       {@code Framing} (how long is the body?), {@code ChunkedDecoder}.
 *   <li>{@link manor.http.Handler}, {@link manor.http.Response}, {@link manor.http.Content}: what
 *       is answered.
 *   <li>{@link manor.http.RequestContext}: a connection as a state machine. Its way in is {@code
 *       Incoming}, with an {@code Exchange} (the request under way) and {@code Unfinished} (bytes
 *       that must wait); its way out is {@code Outgoing}.
 *   <li>{@link manor.http.Desk}: what the connections of one thread share, {@link
 *       manor.http.BufferPool} among it.
 *   <li>{@link manor.http.Limits}, {@link manor.http.Timeouts}: how much, and how long; {@code
 *       Patience}: when that is over for one connection.
 * </ol>
 *
 * <p>The rules are those of RFC 9110 and RFC 9112; where they allow a choice, the strict one is
 * taken. Left out on purpose: content codings, upgrades, HTTP/2, TLS, and answers that are streamed
 * while a handler is still making them.
 */
package manor.http;
