package manor.server;

import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import manor.epoll.Clock;
import manor.http.Desk;
import manor.http.Handler;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.Socket;

/**
 * An HTTP/1.1 server: as many independent reactors as it has threads, each with its own listener on
 * the same port, among which the kernel deals out new connections (SO_REUSEPORT, socket(7)). They
 * share nothing but the handler.
 *
 * <p>Threads: {@link #run} from one; {@link #stop} from any.
 */
public final class Server {
  private static final int BACKLOG = 4096;

  private final InetSocketAddress address;
  private final List<Reactor> reactors;

  private Server(InetSocketAddress address, List<Reactor> reactors) {
    this.address = address;
    this.reactors = reactors;
  }

  /**
   * As {@link #open(Kernel, Clock, ServerOptions, Handler, ServerObserver, InstantSource)}, with
   * the system's calendar.
   */
  public static Server open(
      Kernel kernel, Clock clock, ServerOptions options, Handler handler, ServerObserver observer)
      throws ErrnoException {
    return open(kernel, clock, options, handler, observer, InstantSource.system());
  }

  /**
   * Begins to listen; nobody is served before {@link #run}.
   *
   * @param clock measures timeouts
   * @param handler answers requests; with several threads it must bear being called from each
   * @param observer told what happens; with several threads, from each
   * @param time what the Date of an answer is read from
   * @throws ErrnoException EADDRINUSE, EACCES, EADDRNOTAVAIL, EMFILE, ...
   */
  public static Server open(
      Kernel kernel,
      Clock clock,
      ServerOptions options,
      Handler handler,
      ServerObserver observer,
      InstantSource time)
      throws ErrnoException {
    List<Socket> listeners = new ArrayList<>();
    List<Reactor> reactors = new ArrayList<>();
    try {
      InetSocketAddress address = options.address();
      // tag::doors[]
      for (int i = 0; i < options.threads(); i++) {
        listeners.add(Socket.listen(kernel, address, BACKLOG, options.threads() > 1));
        address = listeners.get(0).localAddress();
      }
      for (Socket listener : listeners) {
        Desk desk = new Desk(handler, observer, options.limits(), options.timeouts(), time);
        reactors.add(new Reactor(kernel, clock, listener, options, desk, observer));
      }
      // end::doors[]
      return new Server(address, reactors);
    } catch (ErrnoException refused) {
      reactors.forEach(Reactor::close);
      listeners.forEach(Socket::close);
      throw refused;
    }
  }

  /** Where it listens, with the port the kernel chose if it was asked to. */
  public InetSocketAddress address() {
    return address;
  }

  /** Serves until {@link #stop}, on this thread and as many more as there are reactors. */
  public void run() {
    List<Thread> others = new ArrayList<>();
    for (Reactor reactor : reactors.subList(1, reactors.size())) {
      Thread thread = new Thread(reactor::run, "reactor-" + others.size());
      thread.start();
      others.add(thread);
    }
    reactors.get(0).run();
    others.forEach(Server::join);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Closes the listeners, lets answers in flight be finished, and then lets {@link #run} return;
   * what is not finished within the grace period is cut off.
   */
  public void stop() {
    reactors.forEach(Reactor::stop);
  }
}
