/**
 * Chapter 5 on screen: what programs on top of the runtime look like.
 *
 * <p>Reading order:
 *
 * <ol>
 *   <li>{@link manor.net.demo.ListenersDemo}: one task waits for 75 ports at once.
 *   <li>{@code EchoConnection}: an {@code async fn} as the state machine a compiler would make of
 *       it; {@link manor.net.demo.EchoDemo} serves with it.
 *   <li>{@link manor.net.demo.HelloDemo}: the other way to write one, from combinators.
 *   <li>{@link manor.net.demo.ByteDemo}: the way of one byte, step by step.
 *   <li>{@link manor.net.demo.StuckDemo}: three that wait for ever, and the doctor.
 *   <li>{@link manor.net.demo.SignalDemo}: a signal is a future.
 *   <li>{@link manor.net.demo.Reception}: what servers share.
 * </ol>
 *
 * <p>Left out on purpose: everything that chapters 3 and 4 did for HTTP.
 */
package manor.net.demo;
