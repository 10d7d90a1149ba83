package manor.server.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/** Puts cases to one server, one after the other. One thread at a time. */
final class WireRun implements Closeable {
  private final InetSocketAddress server;
  private final WireBystander bystander;

  WireRun(InetSocketAddress server) {
    this.server = server;
    this.bystander = new WireBystander(server);
  }

  /** Tries every mode of a kind, and stops at the first that fails. */
  WireVerdict judge(WireCase wire, WireMode.Kind kind) {
    WireVerdict verdict = null;
    for (WireMode mode : WireMode.of(kind, wire.sent().length).toList()) {
      verdict = judge(wire, mode);
      if (!verdict.passed()) {
        break;
      }
    }
    return verdict;
  }

  WireVerdict judge(WireCase wire, WireMode mode) {
    WireTranscript heard;
    try (WireClient client = new WireClient(server)) {
      heard = new WireExchange(wire, mode, client, bystander).hold();
    } catch (IOException e) {
      heard = new WireTranscript(List.of(), WireEnd.BROKEN, e.toString());
    }
    WireVerdict verdict = WireVerdict.of(wire, mode, heard);
    boolean lost = mode.cutsShort() && !bystander.newcomerIsAnswered();
    return lost ? verdict.but("a newcomer was not answered afterwards") : verdict;
  }

  @Override
  public void close() {
    bystander.close();
  }
}
