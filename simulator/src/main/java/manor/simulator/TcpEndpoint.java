package manor.simulator;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import manor.syscall.Errno;
import manor.syscall.Linux;
import manor.syscall.Memory;

/**
 * One end of a TCP connection, with the states of RFC 9293 as far as a program can tell them apart:
 *
 * <pre>
 *   CLOSED -- connect --> SYN_SENT -- answered --> ESTABLISHED
 *   ESTABLISHED -- FIN arrives --> CLOSE_WAIT -- shutdown --> LAST_ACK --> CLOSED
 *   ESTABLISHED -- shutdown --> FIN_WAIT -- FIN arrives --> CLOSED (or CLOSING, own FIN unsent)
 *   any -- reset --> CLOSED, with an error that is told once
 * </pre>
 *
 * <p>Both ends live in one memory, so a segment arrives at the moment it is sent, as it does on
 * Linux's loopback. An end whose descriptor is closed lives on without an owner until its last
 * bytes are delivered.
 */
class TcpEndpoint {
  enum State {
    CLOSED,
    LISTEN,
    SYN_SENT,
    ESTABLISHED,
    CLOSE_WAIT,
    FIN_WAIT,
    CLOSING,
    LAST_ACK
  }

  static final int RECEIVE = 1;
  static final int SEND = 2;
  static final int BOTH = 3;

  private State state = State.CLOSED;
  private int shutdown;
  private int error;
  private boolean endOfFile;
  private boolean finPending;
  private boolean finDelivered;
  private boolean wantsSpace;
  private boolean silent;
  private Wakeable owner;
  private TcpEndpoint peer;
  private TcpFlow out;
  private TcpFlow in;
  private InetSocketAddress local;
  private InetSocketAddress remote;

  /** Who is woken from now on, or null when nobody owns this end any more. */
  void owner(Wakeable newOwner) {
    owner = newOwner;
  }

  // Opening.

  void listening() {
    state = State.LISTEN;
  }

  void connecting(InetSocketAddress from, InetSocketAddress to) {
    state = State.SYN_SENT;
    error = 0;
    endOfFile = false;
    local = from;
    remote = to;
  }

  /** Both ends agree that there is a connection; {@code flow} leads from here to there. */
  void established(TcpEndpoint other, TcpFlow flow, TcpFlow back) {
    state = State.ESTABLISHED;
    peer = other;
    out = flow;
    in = back;
    wake(WakeKey.ANY);
  }

  void addresses(InetSocketAddress here, InetSocketAddress there) {
    local = here;
    remote = there;
  }

  // What the program asks.

  /** Bytes taken, or {@code -errno}. */
  int write(ByteBuffer source, int offset, int length) {
    if (state == State.SYN_SENT) {
      return -Errno.EAGAIN;
    }
    if (error != 0 || (shutdown & SEND) != 0 || !isConnected()) {
      int told = takeError();
      return told != 0 ? -told : -Errno.EPIPE;
    }
    int count = out.offer(source, offset, length);
    wantsSpace |= count < length;
    transmit();
    return count == 0 && length > 0 ? -Errno.EAGAIN : count;
  }

  /** Bytes read, 0 at the end, or {@code -errno}. */
  int read(Memory memory, int offset, int length) {
    if (state == State.LISTEN) {
      return -Errno.ENOTCONN;
    }
    if (readable() > 0) {
      int count = in.take(memory, offset, length);
      roomMade();
      return count;
    }
    return endOrError();
  }

  /** As {@link #read(Memory, int, int)}, for a client that has no memory of its own. */
  byte[] read(int length) {
    byte[] taken = in.take(length);
    roomMade();
    return taken;
  }

  /** An end that has said it will read no more does not ask for more either. */
  private void roomMade() {
    if ((shutdown & RECEIVE) == 0) {
      in.openWindow();
      peer.transmit();
    }
  }

  /** What a read says when there is nothing to read. */
  int endOrError() {
    if (endOfFile) {
      return 0;
    }
    int told = takeError();
    if (told != 0) {
      return -told;
    }
    if ((shutdown & RECEIVE) != 0) {
      return 0;
    }
    return state == State.CLOSED ? -Errno.ENOTCONN : -Errno.EAGAIN;
  }

  /** Ends this side's sending, receiving or both; the bytes already handed over still go out. */
  void shutdown(int how) {
    shutdown |= how;
    if ((how & SEND) != 0) {
      finish();
    }
  }

  /** The owner has gone. Bytes it has not read make this a reset: the peer must know. */
  void close(boolean abort) {
    owner = null;
    shutdown = BOTH;
    boolean lossy = abort && (needsReset() || out != null && out.hasUnsent());
    if (state != State.CLOSED && (lossy || readable() > 0)) {
      reset();
    } else if (state == State.SYN_SENT) {
      state = State.CLOSED;
    } else {
      finish();
    }
    if (in != null) {
      in.dropUnread();
    }
  }

  /** Cuts the connection at once: the peer hears a reset, bytes on their way are lost. */
  void reset() {
    State before = state;
    dropUnsent();
    state = State.CLOSED;
    if (before != State.CLOSED && before != State.SYN_SENT && !silent) {
      peer.resetArrived();
    }
  }

  /** Forgets the connection, so that another can be made: what connect(2) does after a failure. */
  void disconnect() {
    error = needsReset() || state == State.SYN_SENT ? Errno.ECONNRESET : error;
    if (needsReset()) {
      reset();
    }
    dropUnsent();
    if (in != null) {
      in.dropUnread();
    }
    state = State.CLOSED;
    shutdown = 0;
    endOfFile = false;
    finPending = false;
    finDelivered = false;
    remote = null;
    wake(WakeKey.ERROR);
  }

  /** The machine or its cable is gone: nothing arrives, nothing is sent, nobody is told. */
  void vanish() {
    silent = true;
    owner = null;
  }

  /** The other end has sent again and again to one that vanished, and gives up. */
  void givenUp() {
    if (peer != null && peer.state != State.CLOSED && peer.out.hasUnsent()) {
      peer.failed(Errno.ETIMEDOUT);
    }
  }

  private void finish() {
    if (state == State.ESTABLISHED) {
      state = State.FIN_WAIT;
    } else if (state == State.CLOSE_WAIT) {
      state = State.LAST_ACK;
    } else {
      return;
    }
    finPending = true;
    transmit();
  }

  // What arrives from the other end.

  /** Sends what the peer's window lets in, then the FIN if one is due. */
  void transmit() {
    if (state == State.CLOSED || silent || peer.silent) {
      return;
    }
    if (out.isMoving() && peer.refusesData()) {
      peer.dataRefused();
      return;
    }
    if (out.pump()) {
      peer.wake(WakeKey.READABLE);
    }
    tellSpace();
    if (finPending && !out.hasUnsent()) {
      finPending = false;
      deliverFin();
    }
  }

  /** Tells that there is room again, if it was missed and there is enough of it. */
  void tellSpace() {
    if (wantsSpace && hasSpace()) {
      wantsSpace = false;
      wake(WakeKey.WRITABLE);
    }
  }

  private void deliverFin() {
    finDelivered = true;
    peer.finArrived();
    if (state == State.LAST_ACK || state == State.CLOSING) {
      done();
    } else {
      wake(WakeKey.ANY);
    }
  }

  /** The peer will send no more. */
  void finArrived() {
    shutdown |= RECEIVE;
    endOfFile = true;
    if (state == State.ESTABLISHED) {
      state = State.CLOSE_WAIT;
    } else if (state == State.FIN_WAIT && finDelivered) {
      done();
    } else if (state == State.FIN_WAIT) {
      state = State.CLOSING;
    }
    wake(WakeKey.ANY);
  }

  /** The peer has cut the connection. What has arrived before can still be read. */
  void resetArrived() {
    if (state == State.CLOSED || silent) {
      return;
    }
    failed(state == State.CLOSE_WAIT ? Errno.EPIPE : Errno.ECONNRESET);
  }

  /** The connection ends with an error that the next call tells. */
  void failed(int reason) {
    error = reason;
    dropUnsent();
    done();
    wake(WakeKey.ERROR);
  }

  /** Bytes sent to an end that nobody will ever read from. */
  private boolean refusesData() {
    return (state == State.FIN_WAIT || state == State.CLOSED) && (shutdown & RECEIVE) != 0;
  }

  private void dataRefused() {
    resetArrived();
    peer.resetArrived();
  }

  private void done() {
    state = State.CLOSED;
    shutdown = BOTH;
    wake(WakeKey.ANY);
  }

  private void dropUnsent() {
    finPending = false;
    if (out != null) {
      out.dropUnsent();
    }
  }

  final void wake(int key) {
    if (owner != null) {
      owner.wake(key);
    }
  }

  // What is so.

  /** The EPOLL bits, as tcp_poll answers them; a sender without room asks to be told of some. */
  int poll() {
    int bits = error != 0 ? Linux.EPOLLERR : 0;
    if (shutdown == BOTH || state == State.CLOSED) {
      bits |= Linux.EPOLLHUP;
    }
    if ((shutdown & RECEIVE) != 0) {
      bits |= Linux.EPOLLIN | Linux.EPOLLRDHUP;
    }
    return state == State.SYN_SENT ? bits : bits | pollData();
  }

  private int pollData() {
    int readable = readable() > 0 ? Linux.EPOLLIN : 0;
    if ((shutdown & SEND) != 0 || hasSpace()) {
      return readable | Linux.EPOLLOUT;
    }
    wantsSpace = true;
    return readable;
  }

  boolean hasSpace() {
    return out == null || out.isWritable();
  }

  int readable() {
    return in == null ? 0 : in.readable();
  }

  int takeError() {
    int told = error;
    error = 0;
    return told;
  }

  private boolean isConnected() {
    return state == State.ESTABLISHED || state == State.CLOSE_WAIT;
  }

  /** Whether closing this end in a hurry must tell the other. */
  private boolean needsReset() {
    return isConnected() || state == State.FIN_WAIT;
  }

  /** Whether there was a connection, or an attempt at one, and is no more. */
  boolean hasEnded() {
    return state == State.CLOSED && remote != null;
  }

  int shutdownHalves() {
    return shutdown;
  }

  State state() {
    return state;
  }

  InetSocketAddress local() {
    return local;
  }

  InetSocketAddress remote() {
    return remote;
  }

  TcpFlow out() {
    return out;
  }

  TcpFlow in() {
    return in;
  }
}
