/**
 * Chapter 5, first part: Pending and a Waker: tasks that wait, on a thread that works.
 *
 * <p>A task is work that is asked "are you done?" and answers at once: Ready, or Pending. Pending
 * alone would mean asking for ever. So with the question comes a messenger, the waker, and who
 * answers Pending leaves the messenger where the news will arrive. That is all of it; everything
 * else in this chapter is where messengers wait and who sends them.
 *
 * <p>Reading order:
 *
 * <ol>
 *   <li>{@link manor.task.Poll} and {@link manor.task.Future}: the question and its two answers.
 *   <li>{@link manor.task.Context}, {@link manor.task.Waker}, {@link manor.task.RawWaker}, {@link
 *       manor.task.RawWakerVTable}: the messenger, and how he is made.
 *   <li>{@link manor.task.WakerSlot}, {@link manor.task.WaiterList}, {@link manor.task.Notify},
 *       {@link manor.task.Oneshot}, {@link manor.task.Mpsc}: where messengers wait.
 *   <li>{@link manor.task.WakeList}: how many are sent at once, outside the lock.
 *   <li>{@code Then}, {@code OrElse}, {@code Join}, {@code Race}, {@code Loop}, {@code Closing}:
 *       futures made of futures; they are methods of {@link manor.task.Future}. {@link
 *       manor.task.Mishap}: what goes wrong while something is given back.
 *   <li>{@link manor.task.Budget}: why nobody keeps the household to himself.
 *   <li>{@link manor.task.Ledger}: who is told of every step; {@link manor.task.JsonLedger} and
 *       {@link manor.task.JfrLedger} write it down.
 * </ol>
 *
 * <p>Left out on purpose: pinning (an object in Java does not need to be told to stay, for its
 * references follow it), streams of values, and any syntax: what {@code async fn} becomes is
 * written out once, by hand, in the echo example.
 */
package manor.task;
