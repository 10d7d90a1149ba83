/**
 * Chapter 5, second part: where readiness meets those who wait for it.
 *
 * <p>Chapter 2 asked the kernel who is ready and acted at once, in the same loop. Here the one who
 * asks and the ones who act are strangers: the {@linkplain manor.io.Driver driver} writes readiness
 * down and wakes; a task looks, acts, and if it was too early takes the readiness away and leaves
 * its waker. All that is difficult is that both may happen at the same time.
 *
 * <p>Reading order:
 *
 * <ol>
 *   <li>{@link manor.io.ReadyEvent} and {@link manor.io.Tick}: what is known, and how old it is.
 *   <li>{@code ScheduledIo}: the meeting place. The heart of the chapter.
 *   <li>{@link manor.io.Readiness}: the future that waits there.
 *   <li>{@link manor.io.Registration}: call, or wait and call again.
 *   <li>{@link manor.io.PollEvented}: the clerk, who owns a descriptor and its registration.
 *   <li>{@link manor.io.Driver} and {@link manor.io.Handle}: the turn, and what tasks see of it;
 *       {@code Book}: which token is whose.
 *   <li>{@code Timers}, {@code Sleep}, {@code Timeout}, {@link manor.io.Interval}: waiting for a
 *       moment.
 *   <li>{@link manor.io.SignalKind}, {@code Signals}, {@code SelfPipe}: waiting for a signal.
 * </ol>
 *
 * <p>Left out on purpose: files (they are always ready, and slow all the same; threads read them),
 * and registering from a thread that is not the runtime's.
 */
package manor.io;
