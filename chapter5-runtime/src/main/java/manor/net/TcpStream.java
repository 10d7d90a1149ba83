package manor.net;

import static manor.syscall.Fd.WOULD_BLOCK;

import java.io.IOException;
import java.net.InetSocketAddress;
import manor.epoll.Interest;
import manor.epoll.Ready;
import manor.io.Handle;
import manor.io.PollEvented;
import manor.io.Readiness;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.SockAddr;
import manor.syscall.Socket;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;

/**
 * A connection. Bytes go through {@link Memory}, which must not be touched while a future that was
 * given it is not done.
 *
 * <p>Whoever has it closes it: {@link Future#closing} does it for a task, however the task ends.
 *
 * <p>Threads: the runtime's.
 */
public final class TcpStream implements AutoCloseable {
  private final PollEvented<Socket> io;
  private final InetSocketAddress peer;

  /** Takes the socket over; closes it if it cannot be registered. */
  TcpStream(Handle handle, Socket socket, InetSocketAddress peer) throws ErrnoException {
    this.io = new PollEvented<>(handle, socket, socket.fd(), PollEvented.BOTH_WAYS);
    this.peer = peer;
  }

  // tag::connect[]
  /**
   * The future of a connection to {@code address}. Fails with ErrnoException: ECONNREFUSED,
   * ETIMEDOUT, ENETUNREACH, EMFILE, ...; nothing stays open then, nor when it is dropped.
   */
  public static Future<TcpStream> connect(Handle handle, InetSocketAddress address) {
    return new Connect(handle, address);
  }

  // end::connect[]

  /** How the connecting went, once the socket is writable: SO_ERROR of socket(7). */
  void checkConnected() throws ErrnoException {
    int error = io.io().error();
    if (error != 0) {
      throw new ErrnoException("connect", error);
    }
  }

  /** Polls for bytes: how many were read, 0 at the end. The latest reader is the one woken. */
  public Poll<Integer> pollRead(Context context, Memory memory, int offset, int length)
      throws IOException {
    return io.pollRead(context, memory, offset, length);
  }

  /** Polls for room: how many bytes were written. The latest writer is the one woken. */
  public Poll<Integer> pollWrite(Context context, Memory memory, int offset, int length)
      throws IOException {
    return io.pollWrite(context, memory, offset, length);
  }

  /** The future that reads what is there: how many bytes, 0 at the end. ECONNRESET, ETIMEDOUT. */
  public Future<Integer> read(Memory memory, int offset, int length) {
    return io.read(memory, offset, length);
  }

  /** The future that writes what there is room for: how many bytes. EPIPE, ECONNRESET. */
  public Future<Integer> write(Memory memory, int offset, int length) {
    return io.write(memory, offset, length);
  }

  // tag::write-all[]
  /** The future that writes everything. Dropped half-way, it leaves open how much was written. */
  public Future<Void> writeAll(Memory memory, int offset, int length) {
    int[] written = new int[1];
    return io.registration()
        .asyncIo(
            Interest.WRITABLE,
            () -> {
              while (written[0] < length) {
                int answer = io.io().write(memory, offset + written[0], length - written[0]);
                if (answer == WOULD_BLOCK) {
                  return null;
                }
                written[0] += answer;
              }
              return written;
            })
        .map(all -> null);
  }

  // end::write-all[]

  /** Ready when there is something to read, or the end of it. */
  public Readiness readable() {
    return io.registration().readiness(Interest.READABLE);
  }

  /** Ready when there is room to write, or nobody to write to. */
  public Readiness writable() {
    return io.registration().readiness(Interest.WRITABLE);
  }

  /** What is known of it at this moment, without waiting or asking. A hint. */
  public Ready peekReady() {
    return io.registration().peek().ready();
  }

  /** Two halves, for two tasks: one reads while the other writes. The connection stays one. */
  public Halves split() {
    return new Halves(new ReadHalf(this), new WriteHalf(this));
  }

  /**
   * Says that nothing more will be written, and goes on reading. A peer that is gone already
   * (ENOTCONN) need not be told.
   *
   * @throws ErrnoException for anything else
   */
  public void shutdown() throws ErrnoException {
    try {
      io.io().shutdown(Linux.SHUT_WR);
    } catch (ErrnoException failed) {
      if (failed.errno() != Errno.ENOTCONN) {
        throw failed;
      }
    }
  }

  /** Sends small pieces at once instead of collecting them (TCP_NODELAY, tcp(7)). */
  public void sendAtOnce() throws ErrnoException {
    io.io().set(Linux.IPPROTO_TCP, Linux.TCP_NODELAY, 1);
  }

  /** The other end's address. */
  public InetSocketAddress peerAddress() {
    return peer;
  }

  /** This end's address. */
  public InetSocketAddress localAddress() throws ErrnoException {
    return io.io().localAddress();
  }

  /** The kernel's number for it, or -1 once closed. */
  public int number() {
    return io.io().number();
  }

  /** How many wakers wait here. */
  public int waiting() {
    return io.registration().waiting();
  }

  /** Closes it, once. Whoever waits is told. */
  @Override
  public void close() {
    io.close();
  }

  @Override
  public String toString() {
    return "TcpStream(" + io + ", peer " + SockAddr.format(peer) + ")";
  }
}
