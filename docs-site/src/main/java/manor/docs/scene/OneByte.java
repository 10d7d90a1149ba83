package manor.docs.scene;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import manor.docs.player.Recorder;
import manor.net.TcpListener;
import manor.net.TcpStream;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.Socket;
import manor.task.Future;

/** The way of one byte: from a friend, through the kernel, to the task that waits for it. */
public final class OneByte {
  private final Recorder recorder;
  private final Kernel friends;
  private final Meanwhile outside;
  private final Memory desk = Memory.allocate(16);

  private OneByte(Recorder recorder, Kernel kernel) {
    this.recorder = recorder;
    this.friends = recorder.kernel(kernel, "friend");
    this.outside = new Meanwhile(kernel);
  }

  /** Plays the scene. */
  public static void play(Recorder recorder, Kernel kernel) throws Exception {
    recorder.title("The way of one byte, from the kernel to the task that waits for it");
    OneByte scene = new OneByte(recorder, kernel);
    RuntimeOptions options = RuntimeOptions.standard().with(recorder.ledger());
    recorder.fold("The house opens: a driver with its list, a door to knock at, a listener.");
    try (Runtime runtime = Runtime.open(scene.outside.kernel(), options)) {
      scene.follow(runtime);
      recorder.fold("The house closes.");
    }
  }

  private void follow(Runtime runtime) throws Exception {
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    TcpListener door = runtime.blockOn(TcpListener.bind(runtime.handle(), anywhere));
    recorder.fold("A friend and the prince connect.");
    try (Socket friend = Socket.open(friends, Linux.AF_INET, Linux.SOCK_STREAM)) {
      friend.connect(door.localAddress());
      recorder.nameNextGuest("the prince’s end");
      TcpStream prince = runtime.blockOn(door.accept());
      runtime.blockOn(prince.writable());
      door.close();
      recorder.name(friend.fd().number(), "the friend’s end");
      recorder.fold(null);
      outside.then(() -> write(friend)).then(() -> leave(friend));
      receive(runtime, prince);
    }
  }

  // tag::receive[]
  private void receive(Runtime runtime, TcpStream prince) throws Exception {
    recorder.nameNextTask("the prince");
    recorder.say("The prince reads whatever comes, one letter after another.");
    runtime.blockOn(guest(prince));
  }

  // tag::guest[]
  private Future<Void> guest(TcpStream prince) {
    return Future.loop(() -> prince.read(desk, 0, desk.size()).map(count -> count > 0));
  }

  // end::guest[]
  // end::receive[]

  private void write(Socket friend) throws Exception {
    recorder.say("While the house sleeps, a friend sends one byte.");
    friend.write(Memory.copyOf(new byte[] {'!'}), 0, 1);
  }

  private void leave(Socket friend) {
    recorder.say("The byte has arrived, and everything is as it was before. The friend leaves.");
    friend.close();
  }
}
