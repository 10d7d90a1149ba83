package manor.benchmarks.load;

import java.net.InetSocketAddress;
import manor.epoll.Epoll;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.Socket;

/** One guest's line to the server: what was asked, and what is still to come. Threads: one. */
final class LoadLine {
  private static final Interest BOTH = Interest.READABLE.and(Interest.WRITABLE);

  private final int index;
  private final Load load;
  private final Memory batch;
  private Socket socket;
  private AnswerReader reader;
  private boolean waitsForRoom;
  private int written;
  private int awaited;
  private long asked;

  LoadLine(int index, Load load, Memory batch) {
    this.index = index;
    this.load = load;
    this.batch = batch;
  }

  int index() {
    return index;
  }

  /** How many times it has asked since {@link #forget}. */
  long asked() {
    return asked;
  }

  /** Begins to count anew. */
  void forget() {
    asked = 0;
  }

  /** Whether answers are still to come, or, after an early answer, the rest is still to be sent. */
  boolean isBusy() {
    return awaited > 0 || waitsForRoom;
  }

  void open(Kernel kernel, Epoll epoll, InetSocketAddress address) throws ErrnoException {
    socket = Socket.open(kernel, Linux.AF_INET, Linux.SOCK_STREAM);
    if (!load.fresh()) {
      socket.set(Linux.IPPROTO_TCP, Linux.TCP_NODELAY, 1);
    }
    socket.connect(address);
    epoll.addInterest(socket.fd(), new Token(index), Interest.READABLE);
    reader = AnswerReader.of(load);
    waitsForRoom = false;
  }

  boolean isOpen() {
    return socket != null;
  }

  void ask(Epoll epoll) throws ErrnoException {
    asked++;
    awaited = load.depth();
    written = 0;
    push(epoll);
  }

  /** Sends what is still unsent, as far as there is room. */
  void push(Epoll epoll) throws ErrnoException {
    while (written < batch.size()) {
      int count = socket.write(batch, written, batch.size() - written);
      if (count == Fd.WOULD_BLOCK) {
        break;
      }
      written += count;
    }
    boolean waits = written < batch.size();
    if (waits != waitsForRoom) {
      waitsForRoom = waits;
      epoll.modifyInterest(socket.fd(), new Token(index), waits ? BOTH : Interest.READABLE);
    }
  }

  /**
   * Reads what has come.
   *
   * @return how many answers were completed by it
   * @throws IllegalStateException saying what is wrong with an answer
   */
  int read(Memory room) throws ErrnoException {
    int count = socket.read(room, 0, room.size());
    if (count == Fd.WOULD_BLOCK) {
      return 0;
    }
    if (count == 0) {
      throw new IllegalStateException("the server closed a connection");
    }
    int answers = 0;
    int at = 0;
    while (at < count) {
      at = reader.read(room.bytes(), at, count);
      answers += reader.isBetween() ? 1 : 0;
    }
    awaited -= answers;
    if (awaited < 0) {
      throw new IllegalStateException("more answers than requests");
    }
    return answers;
  }

  void close() {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
