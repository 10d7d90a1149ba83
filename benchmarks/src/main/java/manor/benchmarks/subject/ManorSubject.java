package manor.benchmarks.subject;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import manor.epoll.Clock;
import manor.http.Timeouts;
import manor.server.ManorHandler;
import manor.server.Server;
import manor.server.ServerObserver;
import manor.server.ServerOptions;
import manor.syscall.ErrnoException;
import manor.syscall.LinuxKernel;

/** The server of chapter 4, one reactor, patient with guests that say nothing for long. */
final class ManorSubject {
  private static final Duration LONG = Duration.ofHours(1);

  private ManorSubject() {}

  static int open() throws ErrnoException {
    LinuxKernel kernel = LinuxKernel.open();
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ServerOptions options =
        ServerOptions.DEFAULT
            .withAddress(anyPort)
            .withTimeouts(Timeouts.DEFAULT.withIdle(LONG).withHead(LONG));
    ManorHandler handler = new ManorHandler(kernel, Path.of("no-book"));
    Server server = Server.open(kernel, Clock.system(), options, handler, ServerObserver.NONE);
    new Thread(server::run, "reactor").start();
    return server.address().getPort();
  }
}
