package manor.net.demo;

import java.io.PrintStream;
import manor.io.Handle;
import manor.io.SignalKind;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.syscall.Kernel;
import manor.task.Future;

/**
 * Chapter 5 on screen: a signal is a future like any other. SIGHUP is told and waited for again;
 * SIGTERM and Ctrl-C end it.
 */
public final class SignalDemo {
  private final Handle handle;
  private final PrintStream out;

  private SignalDemo(Handle handle, PrintStream out) {
    this.handle = handle;
    this.out = out;
  }

  /**
   * Waits for signals until one of them means the end.
   *
   * @throws Exception when the kernel refuses, or the JVM keeps its signals for itself (-Xrs)
   */
  public static void run(Kernel kernel, RuntimeOptions options, PrintStream out) throws Exception {
    try (Runtime runtime = Runtime.open(kernel, options)) {
      SignalDemo demo = new SignalDemo(runtime.handle(), out);
      Future<Void> main = demo.untilTheEnd();
      long pid = ProcessHandle.current().pid();
      out.println("Waiting for signals. In another window: kill -HUP " + pid);
      out.println("The end comes with: kill -TERM " + pid + ", or Ctrl-C here.");
      runtime.blockOn(main);
      out.println("Every task has ended, and every descriptor is closed.");
    }
  }

  /** The same with the usual options. */
  public static void run(Kernel kernel, PrintStream out) throws Exception {
    run(kernel, Reception.recordable(), out);
  }

  // tag::signals[]
  /** Listens for every kind before it says so: an unheard SIGHUP would end the program. */
  private Future<Void> untilTheEnd() throws Exception {
    Future<Boolean> end =
        Future.race(
            told(SignalKind.SIGTERM, "this is the end"),
            told(SignalKind.SIGINT, "that was Ctrl-C"));
    Future<Void> hangUps = hangUp().then(first -> Future.loop(this::hangUp));
    return Future.race(end.map(said -> null), hangUps);
  }

  private Future<Boolean> hangUp() throws Exception {
    return told(SignalKind.SIGHUP, "and on we go");
  }

  private Future<Boolean> told(SignalKind kind, String comment) throws Exception {
    return handle
        .signal(kind)
        .map(
            arrived -> {
              out.println(kind + " arrived: " + comment + ".");
              return true;
            });
  }
  // end::signals[]
}
