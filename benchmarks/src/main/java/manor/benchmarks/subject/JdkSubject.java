package manor.benchmarks.subject;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The server that comes with the JDK, a virtual thread for each request where the JDK has them.
 *
 * <p>Two settings it cannot do without here: no waiting for a fuller packet, which costs 40 ms an
 * answer, and more than 200 connections that may wait for their next request.
 */
final class JdkSubject {
  private JdkSubject() {}

  static int open() throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "60000");
    System.setProperty("sun.net.httpserver.idleInterval", "3600");
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(anyPort, 4096);
    server.setExecutor(threads());
    server.createContext("/", JdkSubject::answer);
    server.start();
    return server.getAddress().getPort();
  }

  /** Whether this JDK has virtual threads: 21 and later. */
  private static boolean hasVirtualThreads() {
    return Runtime.version().feature() >= 21;
  }

  private static ExecutorService threads() {
    if (!hasVirtualThreads()) {
      return Executors.newCachedThreadPool();
    }
    try {
      Object made = Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      return (ExecutorService) made;
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      exchange.getResponseHeaders().set("Content-Type", Greeting.TYPE);
      exchange.sendResponseHeaders(200, Greeting.BODY.length);
      exchange.getResponseBody().write(Greeting.BODY);
    }
  }
}
