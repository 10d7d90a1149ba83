/**
 * Chapter 5, fourth part: sockets that say Pending.
 *
 * <p>Everything here is a {@link manor.io.PollEvented} with a name on the door. Each call comes
 * twice: as a future, of which any number may wait, and as a {@code poll} method for those who wait
 * for several things in one task.
 *
 * <p>Reading order:
 *
 * <ol>
 *   <li>{@link manor.net.TcpListener}: bind, accept.
 *   <li>{@link manor.net.TcpStream}: read, write, split, shutdown; {@code Connect}.
 *   <li>{@link manor.net.UdpSocket} and {@link manor.net.Datagram}.
 *   <li>{@code manor.net.demo}: what a program on top of it looks like.
 * </ol>
 *
 * <p>Left out on purpose: names instead of addresses (DNS), TLS.
 */
package manor.net;
