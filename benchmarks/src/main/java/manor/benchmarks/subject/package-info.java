/**
 * The servers that are measured, each a program of its own: {@link
 * manor.benchmarks.subject.SubjectMain} is started with the name of one, prints where it listens,
 * and ends when its standard input does, so that none outlives the benchmark that started it.
 *
 * <p>All answer every request with the same sentence and the same header fields, as far as they let
 * one choose, and each serves with one thread, except where its design has more. None is tuned
 * beyond what its manual says about a benchmark's very subject: many connections, kept for long.
 */
package manor.benchmarks.subject;
