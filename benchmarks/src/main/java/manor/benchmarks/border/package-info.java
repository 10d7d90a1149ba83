/**
 * What one call across the border costs, in each way to declare it: a function of the C library
 * that does nothing, and a system call that does little. Measured by JMH, in processes of its own.
 */
package manor.benchmarks.border;
