package manor.docs.scene;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import manor.docs.player.Recorder;
import manor.io.SignalKind;
import manor.net.demo.ListenersDemo;
import manor.runtime.RuntimeOptions;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Socket;

/** 75 listeners in one task: whichever has a guest wakes it, and the task asks all of them. */
public final class ManyDoors {
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();

  private final Recorder recorder;
  private final Kernel guests;
  private Runnable ctrlC;
  private boolean announced;

  private ManyDoors(Recorder recorder, Kernel kernel) {
    this.recorder = recorder;
    this.guests = recorder.kernel(kernel, "guest");
  }

  /** Plays the scene. */
  public static void play(Recorder recorder, Kernel kernel) throws Exception {
    recorder.title("75 listeners in one task");
    new ManyDoors(recorder, kernel).play(kernel);
  }

  private void play(Kernel kernel) throws Exception {
    Meanwhile outside = new Meanwhile(kernel);
    outside.then(() -> knock(1040)).then(() -> knock(1098)).then(() -> ctrlC.run());
    RuntimeOptions options =
        RuntimeOptions.standard().with(recorder.ledger()).with(this::listenForSignals);
    recorder.fold("The house opens, and a listener is bound to each port from 1024 to 1098.");
    ListenersDemo.run(
        outside.kernel(),
        options,
        new PrintStream(listening()),
        HOST,
        ListenersDemo.FIRST_PORT,
        ListenersDemo.AFTER_LAST_PORT);
  }

  /** What the demonstration announces is that all doors are open. */
  private OutputStream listening() {
    return new OutputStream() {
      @Override
      public void write(int letter) {
        if (!announced) {
          announced = true;
          recorder.nameNextTask("the task");
          recorder.fold(null);
        }
      }
    };
  }

  private AutoCloseable listenForSignals(SignalKind kind, Runnable arrived) {
    if (kind == SignalKind.SIGINT) {
      ctrlC =
          () -> {
            recorder.say("Ctrl-C: that is the end.");
            recorder.fold("The task ends, and every listener is closed.");
            arrived.run();
          };
    }
    return () -> {};
  }

  private void knock(int port) throws IOException {
    recorder.say("A guest knocks at port " + port + ".");
    try (Socket guest = Socket.open(guests, Linux.AF_INET, Linux.SOCK_STREAM)) {
      guest.connect(new InetSocketAddress(HOST, port));
    }
  }
}
