package manor.benchmarks.subject;

import java.io.IOException;

/** Runs one server that is written in Java, until standard input ends. */
public final class SubjectMain {
  private SubjectMain() {}

  /** How a server is started. */
  @FunctionalInterface
  interface Door {
    /**
     * Begins to serve on a free port of this machine.
     *
     * @return the port
     */
    int open() throws Exception;
  }

  /**
   * Starts the server and prints {@code port N}.
   *
   * @param args the name of one
   * @throws Exception when it cannot be started
   */
  public static void main(String[] args) throws Exception {
    System.out.println("port " + door(args[0]).open());
    waitForTheEnd();
    System.exit(0);
  }

  private static Door door(String name) {
    return switch (name) {
      case "manor" -> ManorSubject::open;
      case "runtime" -> () -> RuntimeSubject.open("hello");
      case "runtime-echo" -> () -> RuntimeSubject.open("echo");
      case "netty" -> NettySubject::openHttp;
      case "netty-echo" -> NettySubject::openEcho;
      case "microhttp" -> MicrohttpSubject::open;
      case "jdk" -> JdkSubject::open;
      case "nio" -> SelectorSubject::open;
      default -> throw new IllegalArgumentException("there is no subject " + name);
    };
  }

  private static void waitForTheEnd() throws IOException {
    while (System.in.read() >= 0) {
      continue;
    }
  }
}
