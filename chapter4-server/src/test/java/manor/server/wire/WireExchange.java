package manor.server.wire;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One conversation: sends a case's bytes in one mode, listens, and notes what came. Where the
 * connection may be open, a {@link WireProbe} finds out.
 */
final class WireExchange {
  private static final int PATIENCE = 4_096;

  private final WireCase wire;
  private final WireMode mode;
  private final WireClient client;
  private final WireBystander bystander;
  private final List<WireAnswer> answers = new ArrayList<>();
  private WireEnd end;
  private String fault = "";
  private boolean asked;

  WireExchange(WireCase wire, WireMode mode, WireClient client, WireBystander bystander) {
    this.wire = wire;
    this.mode = mode;
    this.client = client;
    this.bystander = bystander;
  }

  /** Holds the conversation and returns what was heard. */
  WireTranscript hold() throws IOException {
    speak();
    if (mode.cutsShort()) {
      breakOff();
    }
    if (mode.kind() == WireMode.Kind.RST) {
      return new WireTranscript(answers, WireEnd.RESET, "");
    }
    while (end == null) {
      if (!asked && wouldBeContent()) {
        asked = true;
        WireProbe.ask(client);
      }
      listen();
    }
    return new WireTranscript(answers, end, fault);
  }

  /** Says everything that the mode lets through, unless the server ends it before. */
  private void speak() throws IOException {
    int said = 0;
    int awaited = 0;
    for (WireStep step : wire.steps()) {
      if (end != null || (mode.cutsShort() && said >= mode.at())) {
        return;
      } else if (step instanceof WireStep.Send send) {
        say(send.bytes(), said);
        said += send.bytes().length;
      } else if (step instanceof WireStep.Fin) {
        client.finish();
      } else {
        await(++awaited);
      }
    }
  }

  private void await(int count) {
    while (end == null && answers.size() < count) {
      listen();
    }
  }

  private void breakOff() throws IOException {
    bystander.letTheServerWork();
    if (mode.kind() == WireMode.Kind.FIN) {
      client.finish();
    }
  }

  private void say(byte[] bytes, int base) throws IOException {
    int here = Math.max(0, Math.min(bytes.length, mode.at() - base));
    switch (mode.kind()) {
      case WHOLE -> client.send(bytes);
      case BYTE -> sayByteByByte(bytes, base);
      case FIN, RST -> client.send(bytes, 0, here);
      case CUT -> {
        client.send(bytes, 0, here);
        if (here > 0 && here < bytes.length) {
          catchAHastyServer(base + here);
        }
        client.send(bytes, here, bytes.length);
      }
    }
  }

  private void sayByteByByte(byte[] bytes, int base) throws IOException {
    for (int i = 0; i < bytes.length; i++) {
      client.send(bytes, i, i + 1);
      if (base + i < PATIENCE) {
        catchAHastyServer(base + i + 1);
      }
    }
  }

  /** Gives the server its turn; success is too early while no request has come whole. */
  private void catchAHastyServer(int sent) throws IOException {
    bystander.letTheServerWork();
    if (end == null && wire.messagesWithin(sent) == 0 && client.hasMail()) {
      listen();
      if (answers.stream().anyMatch(WireAnswer::isSuccess)) {
        end = WireEnd.BROKEN;
        fault = "success after " + sent + " bytes, before the request was whole";
      }
    }
  }

  /** Whether the answers so far are acceptable as they stand, on a connection that may be open. */
  private boolean wouldBeContent() {
    return !mode.cutsShort() && wire.mayStayOpenAfter(answers);
  }

  private void listen() {
    long finals = answers.stream().filter(answer -> !answer.isInterim()).count();
    try {
      note(client.read(wire.answersHead((int) finals)));
    } catch (SocketTimeoutException e) {
      end = WireEnd.SILENT;
    } catch (WireFault e) {
      end = WireEnd.BROKEN;
      fault = e.getMessage();
    } catch (IOException e) {
      end = WireEnd.RESET;
    }
  }

  private void note(Optional<WireAnswer> answer) {
    if (answer.isEmpty()) {
      end = WireEnd.FIN;
    } else if (asked && WireProbe.isAnsweredBy(answer.get())) {
      end = WireEnd.OPEN;
    } else {
      answers.add(answer.get());
    }
  }
}
