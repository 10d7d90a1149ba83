package manor.simulator;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import manor.simulator.TcpEndpoint.State;
import manor.syscall.Errno;
import manor.syscall.Linux;

/**
 * A client in the outside world that follows a {@link Script}, and remembers what it was sent.
 *
 * <p>It has no descriptors: it is not a program on the simulated kernel but what stands at the
 * other end of its network.
 */
public final class ScriptedClient {
  /** How the connection stands, as the client sees it. */
  public enum Outcome {
    /** Not connected yet. */
    WAITING,
    /** Connected. */
    CONNECTED,
    /** The other side ended it in good order: everything it sent has come. */
    ENDED,
    /** The other side cut it. */
    CUT,
    /** Nobody listens there, or nobody answered. */
    REFUSED,
    /** The client itself has left. */
    LEFT
  }

  /** How long a wake-up takes to reach the client. */
  private static final long LATENCY = 10_000;

  /** How long a kernel goes on sending to someone who has vanished: tcp_retries2, tcp(7). */
  private static final long GIVEN_UP_AFTER = 924_600_000_000L;

  private final World world;
  private final Iterator<ScriptStep> steps;
  private final TcpEndpoint endpoint;
  private final SocketOptions options;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private Outcome outcome = Outcome.WAITING;
  private ScriptStep step;
  private ByteBuffer sending = ByteBuffer.allocate(0);
  private int readAtOnce = Integer.MAX_VALUE;
  private long readPause;
  private boolean readDue = true;
  private boolean actDue;
  private boolean wasCut;

  ScriptedClient(World world, Script script) {
    this.world = world;
    this.steps = script.steps().iterator();
    this.endpoint = world.network().newEndpoint();
    this.options =
        new SocketOptions(
            Linux.AF_INET, MachineSize.USUAL.sendBuffer(), MachineSize.USUAL.receiveBuffer());
    endpoint.owner(key -> actSoon(LATENCY));
    next();
  }

  /** Everything that has come, in order. */
  public byte[] received() {
    return received.toByteArray();
  }

  /** As {@link #received}, read as UTF-8. */
  public String text() {
    return received.toString(StandardCharsets.UTF_8);
  }

  /** How the connection stands. */
  public Outcome outcome() {
    return outcome;
  }

  /** Whether the other side has cut the connection, whatever the client has done since. */
  public boolean wasCut() {
    return wasCut;
  }

  /** Whether every line of the script is done, or can no longer be. */
  public boolean isDone() {
    return step == null;
  }

  private void actSoon(long nanos) {
    if (!actDue) {
      actDue = true;
      world.after(nanos, this::act);
    }
  }

  private void act() {
    actDue = false;
    if (outcome == Outcome.WAITING && endpoint.state() != State.SYN_SENT) {
      connected();
    }
    if (outcome == Outcome.CONNECTED) {
      read();
    }
    while (step != null && isFinished()) {
      next();
    }
  }

  private void connected() {
    if (endpoint.remote() == null) {
      return;
    }
    if (endpoint.state() == State.CLOSED && endpoint.in() == null) {
      outcome = Outcome.REFUSED;
      step = null;
    } else {
      outcome = Outcome.CONNECTED;
    }
  }

  private void read() {
    while (readDue && readAtOnce > 0 && endpoint.readable() > 0) {
      byte[] bytes = endpoint.read(readAtOnce);
      received.write(bytes, 0, bytes.length);
      if (readPause > 0) {
        readDue = false;
        world.after(readPause, this::readAgain);
      }
    }
    if (endpoint.readable() == 0 && outcome == Outcome.CONNECTED) {
      int answer = endpoint.endOrError();
      if (answer != -Errno.EAGAIN) {
        outcome = answer == 0 ? Outcome.ENDED : Outcome.CUT;
        wasCut = answer != 0;
      }
    }
  }

  private void readAgain() {
    readDue = true;
    act();
  }

  /** Whether the step under way needs no more time. */
  private boolean isFinished() {
    boolean over = outcome == Outcome.ENDED || outcome == Outcome.CUT;
    if (step instanceof ScriptStep.Connect) {
      return outcome != Outcome.WAITING;
    } else if (step instanceof ScriptStep.Send) {
      return isSent();
    } else if (step instanceof ScriptStep.AwaitBytes await) {
      return received.size() >= await.count() || over;
    } else if (step instanceof ScriptStep.AwaitEnd) {
      return over;
    }
    return !(step instanceof ScriptStep.Pause);
  }

  /** A connection that takes no more makes the rest of the sending pointless. */
  private boolean isSent() {
    int count = endpoint.write(sending, sending.position(), sending.remaining());
    if (count < 0) {
      return count != -Errno.EAGAIN;
    }
    sending.position(sending.position() + count);
    return !sending.hasRemaining();
  }

  private void next() {
    step = steps.hasNext() ? steps.next() : null;
    if (step instanceof ScriptStep.Pause pause) {
      world.after(pause.nanos(), this::resume);
    } else if (step instanceof ScriptStep.Connect connect) {
      connect(connect.address());
    } else if (step instanceof ScriptStep.Send send) {
      sending = ByteBuffer.wrap(send.bytes());
      actSoon(0);
    } else if (step instanceof ScriptStep.ReadPace pace) {
      readAtOnce = pace.bytes();
      readPause = pace.nanos();
      actSoon(0);
    } else if (step != null) {
      leave();
    }
  }

  private void resume() {
    step = null;
    next();
    act();
  }

  private void connect(InetSocketAddress target) {
    InetSocketAddress from =
        new InetSocketAddress(
            AddressForm.loopback(AddressForm.isIpv4(target)), world.network().ephemeralPort());
    endpoint.connecting(from, target);
    world.network().connect(endpoint, target, options);
    actSoon(LATENCY);
  }

  private void leave() {
    if (step instanceof ScriptStep.HalfClose) {
      endpoint.shutdown(TcpEndpoint.SEND);
    } else if (step instanceof ScriptStep.Close || step instanceof ScriptStep.Reset) {
      outcome = Outcome.LEFT;
      endpoint.close(step instanceof ScriptStep.Reset);
    } else if (step instanceof ScriptStep.Vanish) {
      outcome = Outcome.LEFT;
      endpoint.vanish();
      world.after(GIVEN_UP_AFTER, endpoint::givenUp);
    }
    actSoon(0);
  }
}
