/**
 * Chapter 1: a system call answers with a result or an errno.
 *
 * <p>A program owns nothing outside its own memory. Files, sockets and clocks belong to the kernel,
 * and the only way to them is a system call: a number goes in, one number comes back. Zero or more
 * is the result; a small negative number is an <em>errno</em>, the reason why not. This package is
 * that border, and nothing else crosses it.
 *
 * <p>Reading order:
 *
 * <ol>
 *   <li>{@link manor.syscall.Kernel}: every system call of this book on one page.
 *   <li>{@link manor.syscall.Memory}: bytes that both sides of the border can see.
 *   <li>{@link manor.syscall.Libc} and {@link manor.syscall.LinuxKernel}: the real kernel, through
 *       the C library.
 *   <li>{@link manor.syscall.Errno}, {@link manor.syscall.ErrnoException} and {@link
 *       manor.syscall.Syscall}: what a failure is, and where it becomes an exception.
 *   <li>{@link manor.syscall.Fd}: one owner for one descriptor, closed exactly once.
 *   <li>{@link manor.syscall.Socket} and {@link manor.syscall.SockAddr}: a descriptor that speaks
 *       to the network, and the envelope its addresses travel in.
 *   <li>{@link manor.syscall.TracingKernel}: watch the calls go by, as strace prints them; {@link
 *       manor.syscall.SyscallDemo} does.
 * </ol>
 *
 * <p>Left out on purpose: processes, signals, memory mapping, and every call that no chapter needs.
 */
package manor.syscall;
