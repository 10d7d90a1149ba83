package manor.server.wire;

import static manor.simulator.ScriptedClient.Outcome.CONNECTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import manor.http.Handler;
import manor.simulator.Script;
import manor.syscall.Kernel;

/**
 * Puts a case to the server of chapter 4 on the simulated kernel. A script cannot decide anything,
 * but a world can be played again: once to learn how long the awaited answers are, once to hear
 * what comes, and once more with a probe for those clients who then may still be connected.
 *
 * <p>That nothing succeeds before the request is whole is seen where it ends with FIN.
 */
final class SimulatedWireRun {
  private static final byte[] NEWCOMER =
      WireText.decode("GET / HTTP/1.1\\r\\nHost: newcomer\\r\\nConnection: close\\r\\n\\r\\n");

  private final WireCase wire;
  private final Function<Kernel, Handler> handler;
  private final List<Integer> awaited = new ArrayList<>();
  private String complaint = "";

  SimulatedWireRun(WireCase wire, Function<Kernel, Handler> handler) {
    this.wire = wire;
    this.handler = handler;
    learnWhatIsAwaited();
  }

  private void learnWhatIsAwaited() {
    long turns = wire.steps().stream().filter(step -> step instanceof WireStep.Await).count();
    while (awaited.size() < turns) {
      WireHearing hearing = hear(List.of(WireMode.WHOLE), false).get(0);
      Optional<Integer> length = hearing.lengthOf(awaited.size() + 1, wire);
      if (length.isEmpty()) {
        return;
      }
      awaited.add(length.get());
    }
  }

  /** A verdict on every mode of a kind. */
  List<WireVerdict> judge(WireMode.Kind kind) {
    List<WireMode> modes = WireMode.of(kind, wire.sent().length).toList();
    List<WireHearing> heard = hear(modes, false);
    boolean asks =
        IntStream.range(0, modes.size()).anyMatch(i -> isOpen(modes.get(i), heard.get(i)));
    List<WireHearing> again = asks ? hear(modes, true) : heard;
    return IntStream.range(0, modes.size())
        .mapToObj(i -> verdict(modes.get(i), heard.get(i), again.get(i)))
        .toList();
  }

  private boolean isOpen(WireMode mode, WireHearing hearing) {
    return !mode.cutsShort()
        && hearing.outcome() == CONNECTED
        && wire.mayStayOpenAfter(hearing.transcript(wire, false).answers());
  }

  private WireVerdict verdict(WireMode mode, WireHearing heard, WireHearing asked) {
    WireTranscript transcript =
        isOpen(mode, heard) ? asked.transcript(wire, true) : heard.transcript(wire, false);
    WireVerdict verdict = WireVerdict.of(wire, mode, transcript);
    return verdict.passed() ? verdict.but(complaint) : verdict;
  }

  private List<WireHearing> hear(List<WireMode> modes, boolean asks) {
    Stream<Script> scripts =
        modes.stream().map(mode -> WireScript.of(wire, mode, awaited, asks, WireWorld.ADDRESS));
    Script newcomer = Script.start().connect(WireWorld.ADDRESS).send(NEWCOMER).awaitEnd().close();
    WireWorld world = new WireWorld(handler);
    List<WireHearing> heard =
        world.hear(Stream.concat(scripts, Stream.of(newcomer)).toList(), WireScript.duration(wire));
    if (heard.get(modes.size()).lengthOf(1, wire).isEmpty()) {
      complaint = "a newcomer was not answered afterwards";
    } else if (world.leftOpen() > 0) {
      complaint = world.leftOpen() + " descriptors were left open";
    }
    return heard;
  }
}
