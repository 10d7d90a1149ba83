package manor.io;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import manor.epoll.Epoll;
import manor.epoll.Interest;
import manor.syscall.Kernel;
import manor.task.Future;
import manor.task.Mishap;
import manor.task.Notify;

/**
 * Who waits for which signal. The thread on which a signal arrives only marks its kind and writes a
 * byte; the driver finds the byte under {@link Driver#TOKEN_SIGNAL} and rings.
 *
 * <p>Nothing is opened before the first who asks.
 *
 * <p>Threads: the runtime's, but for {@link #arrived}, which comes from any.
 */
final class Signals implements AutoCloseable {
  private record Listening(Notify bell, AutoCloseable source) {}

  private final Kernel kernel;
  private final Epoll epoll;
  private final SignalSource source;
  private final Map<SignalKind, Listening> bells = new EnumMap<>(SignalKind.class);
  private final AtomicInteger marks = new AtomicInteger();
  private SelfPipe pipe;
  private boolean closed;

  Signals(Kernel kernel, Epoll epoll, SignalSource source) {
    this.kernel = kernel;
    this.epoll = epoll;
    this.source = source;
  }

  /** Done at the next signal of this kind from now on, not from the first poll on. */
  Future<Void> next(SignalKind kind) throws IOException {
    if (closed) {
      throw new ShutdownException(kind);
    }
    Listening listening = bells.get(kind);
    if (listening == null) {
      openPipe();
      listening = new Listening(new Notify(), source.listen(kind, () -> arrived(kind)));
      bells.put(kind, listening);
    }
    return listening.bell.notified();
  }

  private void openPipe() throws IOException {
    if (pipe != null) {
      return;
    }
    SelfPipe opened = SelfPipe.open(kernel);
    try {
      epoll.addInterest(opened.fd(), Driver.TOKEN_SIGNAL, Interest.READABLE);
    } catch (IOException refused) {
      opened.close();
      throw refused;
    }
    pipe = opened;
  }

  private void arrived(SignalKind kind) {
    marks.getAndUpdate(bits -> bits | 1 << kind.ordinal());
    pipe.write();
  }

  /** Empties the pipe first: a signal that comes after that writes again. */
  void deliver() throws IOException {
    pipe.drain();
    int arrived = marks.getAndSet(0);
    RuntimeException failure = null;
    for (Map.Entry<SignalKind, Listening> entry : bells.entrySet()) {
      try {
        if ((arrived & 1 << entry.getKey().ordinal()) != 0) {
          entry.getValue().bell.notifyWaiters();
        }
      } catch (RuntimeException failed) {
        failure = failure == null ? failed : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {
    closed = true;
    bells.values().forEach(Signals::stop);
    bells.clear();
    if (pipe != null) {
      pipe.close();
    }
  }

  /** One source that cannot be closed must not keep the others, or the pipe, open. */
  private static void stop(Listening listening) {
    try {
      listening.source.close();
    } catch (RuntimeException | Error fault) {
      Mishap.tell(fault);
    } catch (Exception refused) {
      return;
    }
  }
}
