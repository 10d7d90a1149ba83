/**
 * The guests: a load generator of our own, in the benchmark's process, never in the server's. It
 * stands on the system calls of chapters 1 and 2 and on nothing of the server that it measures.
 *
 * <p>Reading order: {@link manor.benchmarks.load.Load} says what is asked for, {@link
 * manor.benchmarks.load.LoadGenerator} asks, {@link manor.benchmarks.load.LoadOutcome} says what
 * came of it. {@link manor.benchmarks.load.Timetable} is what keeps a measured delay honest.
 */
package manor.benchmarks.load;
