/**
 * Every number in the book, measured again on the reader's own machine: {@code ./manor bench}.
 *
 * <p>Reading order: {@link manor.benchmarks.Topic} lists what can be asked. Each answer is an
 * {@code Experiment}, which writes what it measured into {@code Findings}; those become a {@code
 * Sheet}, which is what is kept as JSON; and {@code Views} turns a sheet into tables and plots, for
 * the terminal and for the book alike.
 *
 * <p>What is promised: a server under test and the guests who load it are different processes; a
 * run with a single wrong answer is no result; whatever could not be measured here is named, with
 * the reason; and every figure comes with its spread.
 *
 * <p>Left out on purpose: several machines and a real network. What is compared here is what a
 * request costs the processor that serves it, and that does not need a wire.
 */
package manor.benchmarks;
