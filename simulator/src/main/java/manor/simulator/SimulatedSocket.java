package manor.simulator;

import java.nio.ByteBuffer;
import manor.syscall.Errno;
import manor.syscall.Linux;
import manor.syscall.Memory;

/** A socket of any family: socket(2). */
abstract class SimulatedSocket extends OpenFile {
  private final SocketOptions options;

  SimulatedSocket(boolean nonBlocking, SocketOptions options) {
    super(O_RDWR | (nonBlocking ? Linux.O_NONBLOCK : 0));
    this.options = options;
  }

  final SocketOptions options() {
    return options;
  }

  /** Bytes taken, or {@code -errno}; the same for a write and for a sendfile. */
  abstract int send(ByteBuffer source, int offset, int length);

  abstract int receive(Memory memory, int offset, int length);

  /** As {@link #send}; a stream that is connected has no use for an address: send(2). */
  int sendTo(Span data, Memory to, int toLength) {
    return write(data.memory(), data.offset(), data.length());
  }

  /** As {@link #receive}; a stream does not say whose bytes they are. */
  int receiveFrom(Span room, Memory from, Memory fromLength) {
    int answer = receive(room.memory(), room.offset(), room.length());
    return answer < 0 || from == null ? answer : AddressForm.writeNone(fromLength, answer);
  }

  abstract int bind(Memory address, int length);

  abstract int listen(int backlog);

  abstract int connect(Memory address, int length);

  /** A connection that waits to be accepted, without taking it off: null and {@code -errno}. */
  abstract int acceptable();

  /** Takes the next connection. Only after {@link #acceptable} said 0. */
  TcpSocket accept(boolean nonBlocking) {
    throw new IllegalStateException("nobody waits to be accepted");
  }

  /** {@code how} as {@link Linux#SHUT_RD} and the others. */
  abstract int shutdown(int how);

  abstract int name(Memory address, Memory length);

  abstract int peerName(Memory address, Memory length);

  /** The error that waits to be told, and is forgotten by it. */
  abstract int takeError();

  abstract boolean isBound();

  /** A buffer size has been set. */
  abstract void buffersChanged();

  final int setOption(int level, int option, Memory value, int length) {
    int answer = options.set(level, option, value, length, isBound());
    boolean isBuffer = option == Linux.SO_SNDBUF || option == Linux.SO_RCVBUF;
    if (answer == 0 && level == Linux.SOL_SOCKET && isBuffer) {
      buffersChanged();
    }
    return answer;
  }

  final int getOption(int level, int option, Memory value, Memory length) {
    boolean asksError = level == Linux.SOL_SOCKET && option == Linux.SO_ERROR;
    return options.get(level, option, asksError ? takeError() : 0, value, length);
  }

  /** A read of nothing always succeeds, whatever the socket's state. */
  @Override
  final int read(Memory memory, int offset, int length) {
    return length == 0 ? 0 : receive(memory, offset, length);
  }

  @Override
  final int write(Memory memory, int offset, int length) {
    return send(memory.bytes(), offset, length);
  }

  /** One of two halves, or both, from a program's number for it: -1 if it is none. */
  static int halves(int how) {
    return how >= Linux.SHUT_RD && how <= Linux.SHUT_RDWR ? how + 1 : -Errno.EINVAL;
  }
}
