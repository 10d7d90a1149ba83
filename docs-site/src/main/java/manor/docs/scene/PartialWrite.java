package manor.docs.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import manor.docs.player.Recorder;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Token;
import manor.http.ConnectionObserver;
import manor.http.Content;
import manor.http.Desk;
import manor.http.Limits;
import manor.http.Request;
import manor.http.RequestContext;
import manor.http.Response;
import manor.http.Status;
import manor.http.Timeouts;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.Socket;

/** An answer that is longer than its way has room: what is left waits until there is some. */
public final class PartialWrite {
  private static final int LENGTH = 100_000;
  private static final int ROOM = 16_384;
  private static final byte[] REQUEST =
      "GET /picture HTTP/1.1\r\nHost: manor\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);

  /** The moment of the example in RFC 9110, so that every recording has the same date. */
  private static final Instant THEN = Instant.parse("1994-11-06T08:49:37Z");

  private final Recorder recorder;
  private final Meanwhile outside;
  private final Kernel guests;
  private final Kernel steward;
  private final Events events = new Events(8);
  private final Memory hands = Memory.allocate(LENGTH);
  private final Desk desk =
      new Desk(
          PartialWrite::picture,
          new ConnectionObserver() {},
          Limits.DEFAULT,
          Timeouts.DEFAULT,
          InstantSource.fixed(THEN));

  private PartialWrite(Recorder recorder, Kernel kernel) {
    this.recorder = recorder;
    this.outside = new Meanwhile(kernel);
    this.guests = recorder.kernel(kernel, "guest");
    this.steward = recorder.kernel(outside.kernel(), "steward");
  }

  /** Plays the scene. */
  public static void play(Recorder recorder, Kernel kernel) throws IOException {
    recorder.title("A partial write: an answer that is longer than there is room for");
    recorder.fold("A guest connects, by a way with little room, and asks for a picture.");
    new PartialWrite(recorder, kernel).open();
  }

  private void open() throws IOException {
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (Socket door = Socket.listen(steward, anywhere, 1, false);
        Socket guest = Socket.open(guests, Linux.AF_INET, Linux.SOCK_STREAM);
        Epoll epoll = Epoll.create(steward, Clock.system())) {
      door.set(Linux.SOL_SOCKET, Linux.SO_SNDBUF, ROOM);
      guest.set(Linux.SOL_SOCKET, Linux.SO_RCVBUF, ROOM);
      recorder.name(guest.number(), "the guest’s end");
      recorder.nameNextGuest("the steward’s end");
      guest.connect(door.localAddress());
      RequestContext context = new RequestContext(desk, admitted(door), new Token(101));
      epoll.addInterest(context.fd(), context.token(), context.interest());
      guest.write(Memory.copyOf(REQUEST), 0, REQUEST.length);
      outside.then(() -> sip(guest));
      recorder.fold(null);
      String length = String.format(Locale.ROOT, "%,d", LENGTH);
      recorder.say("The picture has " + length + " bytes, and the guest takes his time.");
      serve(epoll, context);
      recorder.fold("The guest takes the rest, and leaves.");
      while (guest.read(hands, 0, LENGTH) > 0) {}
    }
  }

  private static Socket admitted(Socket door) throws IOException {
    Socket guest = null;
    while (guest == null) {
      guest = door.accept(null);
    }
    return guest;
  }

  private static Response picture(Request request) {
    return Response.of(Status.OK, "image/png", new Content.Bytes(new byte[LENGTH]));
  }

  // tag::serve[]
  private void serve(Epoll epoll, RequestContext context) throws IOException {
    while (context.state() != RequestContext.State.CLOSED) {
      epoll.wait(events, Epoll.FOREVER);
      if (context.state() == RequestContext.State.ANSWERING) {
        context.writeCallback(epoll);
      } else {
        context.readCallback(epoll);
      }
    }
  }

  // end::serve[]

  private void sip(Socket guest) throws IOException {
    recorder.say("While the steward sleeps, the guest takes what has arrived.");
    outside.then(() -> sip(guest));
    if (guest.read(hands, 0, LENGTH) == Fd.WOULD_BLOCK) {
      recorder.say("Nothing yet.");
    }
  }
}
