/**
 * Chapter 2: readiness: ask the kernel who is ready, then act.
 *
 * <p>A thread that reads from one guest waits for that guest alone. So do not read yet: tell the
 * kernel once whom you care about, then ask a single question, "who is ready?", and read only from
 * those. That question is {@code epoll_wait}, and this package is the steward who asks it.
 *
 * <p>Reading order:
 *
 * <ol>
 *   <li>{@link manor.epoll.Token} and {@link manor.epoll.Interest}: whom, and what for.
 *   <li>{@link manor.epoll.Epoll}: add, modify and remove an interest; wait.
 *   <li>{@link manor.epoll.Events} and {@link manor.epoll.Ready}: what the kernel answered.
 *   <li>{@link manor.epoll.EventFd}: a knock on the door from another thread.
 *   <li>{@link manor.epoll.Clock}: time, handed in so that a test can hold it still.
 *   <li>{@link manor.epoll.ReadinessDemo}: all of it on screen.
 * </ol>
 *
 * <p>Left out on purpose: {@code EPOLLEXCLUSIVE}, {@code EPOLLWAKEUP}, nested epoll instances, and
 * any other system's facility.
 */
package manor.epoll;
