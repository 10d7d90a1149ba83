/**
 * Chapter 5, third part: who polls.
 *
 * <p>A waker says "poll again"; somebody has to. The executor keeps a queue of tasks that have
 * news, polls each once, and when the queue is empty lets the driver sleep. A task is in the queue
 * at most once however often it is woken.
 *
 * <p>Reading order:
 *
 * <ol>
 *   <li>{@link manor.runtime.Parker}: the smallest executor there is.
 *   <li>{@code TaskState}, {@code Task}: what a waker wakes.
 *   <li>{@code RunQueue}, {@code Executor}: rounds and turns.
 *   <li>{@code Completion}, {@link manor.runtime.JoinHandle}: how a task ends.
 *   <li>{@link manor.runtime.Runtime}: all of it, from outside.
 *   <li>{@link manor.runtime.PerCore}: more of them.
 * </ol>
 *
 * <p>Left out on purpose: stealing tasks from other threads, a pool for calls that block, and task
 * priorities.
 */
package manor.runtime;
