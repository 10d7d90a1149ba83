/**
 * A kernel in a box: deterministic, replayable, breakable.
 *
 * <p>The one interleaving, the one errno, the byte that comes alone: a real kernel shows them once
 * in a blue moon and never twice. So here is another one, in plain Java memory, that answers every
 * call of {@link manor.syscall.Kernel} as Linux does, in a world whose clock jumps instead of
 * waiting. It is a kernel and not a mock, because it is held to that: the same contracts, and a
 * million random operations at a time, run on it and on Linux and must get the same answers.
 *
 * <p>Reading order:
 *
 * <ol>
 *   <li>{@link manor.simulator.SimulatedKernel} and {@code DescriptorTable}: numbers for files;
 *       {@code DescriptorCalls}, {@code FileCalls}, {@code SocketCalls}, {@code EpollCalls}: who
 *       answers which call.
 *   <li>{@code OpenFile}, {@code Counter}, {@code SimulatedPipe} with its {@code PipePages}, {@code
 *       UnixSocket}: the simplest things to read and write.
 *   <li>{@code SimulatedEpoll}, {@code Watch}, {@code ReadyList}: level, edge and oneshot.
 *   <li>{@code TcpEndpoint}, {@code TcpFlow}: a connection; {@code TcpSocket}, {@code LocalName},
 *       {@code Backlog}, {@code Network}: a descriptor's view of it, and how one is made; {@code
 *       DatagramSocket}, {@code PostBox}, {@code PostOffice}: what needs no connection.
 *   <li>{@link manor.simulator.FileTree}, {@code SimulatedFile}: a disk.
 *   <li>{@link manor.simulator.World}, {@link manor.simulator.Script}, {@link
 *       manor.simulator.ScriptedClient}: everything outside.
 *   <li>{@link manor.simulator.FaultyKernel}, {@link manor.simulator.SystemCall}: what can fail,
 *       failing.
 *   <li>{@code ServedWorld}, {@link manor.simulator.RandomWorld}, {@link manor.simulator.LongRun}:
 *       the server of chapter 4 in thousands of worlds.
 * </ol>
 *
 * <p>Where it differs from Linux on purpose:
 *
 * <ul>
 *   <li>Only the calls of {@link manor.syscall.Kernel}, with the flags and options this book uses.
 *       Urgent data, datagrams between Unix sockets or to nobody in particular (AF_UNSPEC), named
 *       Unix sockets, {@code O_DIRECT} pipes, {@code F_DUPFD}, signals and threads are not there;
 *       files can only be read.
 *   <li>How many bytes a connection's buffers hold is counted in bytes; Linux counts its own
 *       book-keeping too, and sizes buffers as it goes. When a full buffer has room again, and for
 *       whom that is news, is the same.
 *   <li>Whatever a timer of TCP decides: delayed acknowledgements, probes of a closed window,
 *       TIME_WAIT, keep-alive, a linger of more than no time at all. A segment arrives when it is
 *       sent. Two timers are kept: a request to connect that finds a full backlog is repeated, and
 *       a peer that has vanished is given up after a quarter of an hour.
 *   <li>With SO_REUSEPORT the listener that came last gets the connections.
 *   <li>When several arguments are wrong, the one that Linux 6 complains about first.
 * </ul>
 *
 * <p>What runs where: everything about the simulated kernel runs on any system, and so do, on it,
 * the wire cases of chapter 4 in every mode and the tests of chapters 2 and 4 that are marked
 * {@code @AnyKernel}. Only the comparisons with Linux, the tests marked {@code @RealKernel}, need
 * Linux; elsewhere they are skipped and say so. Chapter 3 needs no kernel at all.
 *
 * <p>Threads: one, for a kernel and its world.
 */
package manor.simulator;
