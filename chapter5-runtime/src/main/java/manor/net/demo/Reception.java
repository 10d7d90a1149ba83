package manor.net.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import manor.io.Handle;
import manor.io.SignalKind;
import manor.net.TcpListener;
import manor.net.TcpStream;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.task.Future;
import manor.task.JfrLedger;

/**
 * Where guests are received: each gets a task of its own, and his connection is closed with it.
 *
 * <p>Threads: the runtime's.
 */
public final class Reception {
  /** The house is full, or the whole machine is. */
  private static final Set<Integer> FULL =
      Set.of(Errno.EMFILE, Errno.ENFILE, Errno.ENOBUFS, Errno.ENOMEM);

  /** When it is, a guest waits outside until somebody has left. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Runtime runtime;
  private final TcpListener listener;
  private final Future.Step<TcpStream, Future<Void>> service;

  private Reception(
      Runtime runtime, TcpListener listener, Future.Step<TcpStream, Future<Void>> service) {
    this.runtime = runtime;
    this.listener = listener;
    this.service = service;
  }

  /**
   * The future that receives guests without end, and closes the listener when it is dropped.
   *
   * @param service what is done for each guest
   */
  // tag::serve[]
  public static Future<Void> serve(
      Runtime runtime, TcpListener listener, Future.Step<TcpStream, Future<Void>> service) {
    Reception reception = new Reception(runtime, listener, service);
    return Future.loop(reception::receive).closing(listener);
  }

  private Future<Boolean> receive() {
    return listener.accept().map(this::welcome).orElse(this::pause);
  }

  // end::serve[]

  // tag::welcome[]
  private boolean welcome(TcpStream guest) {
    runtime.spawn(Future.ready(guest).then(service).closing(guest));
    return true;
  }

  // end::welcome[]

  // tag::pause[]
  private Future<Boolean> pause(Exception refused) throws Exception {
    if (refused instanceof ErrnoException full && FULL.contains(full.errno())) {
      return runtime.handle().sleep(PAUSE).map(over -> true);
    }
    throw refused;
  }

  // end::pause[]

  /** The usual options, and every step may be recorded: {@link JfrLedger}. */
  static RuntimeOptions recordable() {
    return RuntimeOptions.standard().with(new JfrLedger());
  }

  /** Done when somebody asks the program to end: Ctrl-C, or SIGTERM. */
  public static Future<Void> askedToEnd(Handle handle) throws IOException {
    return Future.race(handle.signal(SignalKind.SIGINT), handle.signal(SignalKind.SIGTERM));
  }
}
