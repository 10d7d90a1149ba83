/**
 * Chapter 4: the reactor: one thread, thousands of connections.
 *
 * <p>The parts of the first three chapters become a server. The steward keeps one ledger (a token,
 * a connection), asks one question a turn, and does for each guest only what can be done at once.
 * No guest waits for another, and no thread waits for a guest.
 *
 * <p>Reading order:
 *
 * <ol>
 *   <li>{@link manor.server.Server} and {@link manor.server.ServerOptions}: from outside.
 *   <li>{@code Reactor}: the loop, and nothing else.
 *   <li>{@code Acceptor}: the door, and what to do when the house is full.
 *   <li>{@code Contexts}: the ledger.
 *   <li>{@link manor.server.ServerObserver} and {@link manor.server.Report}: how it is told.
 *   <li>{@link manor.server.ManorHandler} and {@link manor.server.StaticFiles}: what it answers.
 *   <li>{@link manor.server.ReactorDemo}: three guests at once, on screen.
 * </ol>
 *
 * <p>Left out on purpose: a thread pool for handlers that wait (chapter 5 has a better answer),
 * TLS, and configuration files.
 */
package manor.server;
