package manor.server.wire;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import manor.simulator.Script;

/**
 * What the client of a case does in one mode, for a simulated world. Where a real run needs a
 * bystander to know that the server has had its turn, a moment on the virtual clock will do.
 */
final class WireScript {
  /** Longer than a server in a simulated world needs to take note of some bytes. */
  private static final long MOMENT = 50_000;

  /**
   * As long as a real run waits for a server that may be silent for ever; here it costs nothing.
   */
  private static final long PATIENCE = 5_000_000_000L;

  private final WireMode mode;
  private final List<Integer> awaited;
  private Script script = Script.start();
  private int said;
  private int turns;

  private WireScript(WireMode mode, List<Integer> awaited) {
    this.mode = mode;
    this.awaited = awaited;
  }

  /**
   * The script of one case in one mode.
   *
   * @param awaited how many bytes have come in all when the server has taken its first turn, its
   *     second, and so on; a turn that is missing here is awaited until the connection ends
   * @param asks whether the client asks in the end if the connection is still open
   */
  static Script of(
      WireCase wire, WireMode mode, List<Integer> awaited, boolean asks, InetSocketAddress server) {
    WireScript writer = new WireScript(mode, awaited);
    writer.script = Script.start().connect(server);
    wire.steps().forEach(writer::write);
    if (mode.cutsShort()) {
      writer.breakOff();
    } else if (asks) {
      writer.script = writer.script.send(WireProbe.question());
    }
    return writer.script.pause(duration(wire)).reset();
  }

  /** How long a client may take for this case until all has been heard that will be. */
  static long duration(WireCase wire) {
    return (wire.sent().length + 2) * MOMENT + PATIENCE;
  }

  private void write(WireStep step) {
    if (mode.cutsShort() && said >= mode.at()) {
      return;
    } else if (step instanceof WireStep.Send send) {
      say(send.bytes());
    } else if (step instanceof WireStep.Fin) {
      script = script.halfClose();
    } else {
      boolean isKnown = turns < awaited.size();
      script = script.awaitBytes(isKnown ? awaited.get(turns) : Integer.MAX_VALUE);
      turns++;
    }
  }

  private void say(byte[] bytes) {
    int here = Math.max(0, Math.min(bytes.length, mode.at() - said));
    said += bytes.length;
    switch (mode.kind()) {
      case WHOLE -> script = script.send(bytes);
      case BYTE -> script = script.sendPieces(bytes, 1, MOMENT);
      case FIN, RST -> script = script.send(Arrays.copyOf(bytes, here));
      case CUT -> {
        byte[] rest = Arrays.copyOfRange(bytes, here, bytes.length);
        script = script.send(Arrays.copyOf(bytes, here)).pause(MOMENT).send(rest);
      }
    }
  }

  private void breakOff() {
    script = script.pause(MOMENT);
    script = mode.kind() == WireMode.Kind.FIN ? script.halfClose() : script.reset();
  }
}
