/**
 * What breaks, happening: the mistakes that the book warns of, each made on purpose on a real
 * kernel and then made good. The book's transcripts are recorded from these, and {@code ./manor
 * run} shows them.
 *
 * <p>Each scene is a {@code run(Kernel, PrintStream)}, so that whoever plays it chooses the kernel.
 */
package manor.docs.scene;
