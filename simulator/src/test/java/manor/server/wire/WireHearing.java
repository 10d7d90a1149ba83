package manor.server.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import manor.simulator.ScriptedClient.Outcome;

/**
 * What a client in a simulated world has heard by the end of its time.
 *
 * @param bytes all that has come
 * @param outcome how the connection stood then
 */
record WireHearing(byte[] bytes, Outcome outcome) {

  /** Notes what a client would who reads it from a real socket. */
  WireTranscript transcript(WireCase wire, boolean asked) {
    List<WireAnswer> answers = new ArrayList<>();
    WireAnswerReader reader = new WireAnswerReader(stream());
    try {
      while (true) {
        long finals = answers.stream().filter(answer -> !answer.isInterim()).count();
        Optional<WireAnswer> answer = reader.next(wire.answersHead((int) finals));
        if (answer.isEmpty()) {
          return new WireTranscript(answers, WireEnd.FIN, "");
        } else if (asked && WireProbe.isAnsweredBy(answer.get())) {
          return new WireTranscript(answers, WireEnd.OPEN, "");
        }
        answers.add(answer.get());
      }
    } catch (SocketTimeoutException silence) {
      return new WireTranscript(answers, WireEnd.SILENT, "");
    } catch (WireFault fault) {
      return new WireTranscript(answers, WireEnd.BROKEN, fault.getMessage());
    } catch (IOException reset) {
      return new WireTranscript(answers, WireEnd.RESET, "");
    }
  }

  /** How many bytes the first answers have, or nothing if they have not all come. */
  Optional<Integer> lengthOf(int count, WireCase wire) {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    WireAnswerReader reader = new WireAnswerReader(in);
    int finals = 0;
    try {
      for (int i = 0; i < count; i++) {
        Optional<WireAnswer> answer = reader.next(wire.answersHead(finals));
        if (answer.isEmpty()) {
          return Optional.empty();
        }
        finals += answer.get().isInterim() ? 0 : 1;
      }
    } catch (IOException neverCame) {
      return Optional.empty();
    }
    return Optional.of(bytes.length - in.available());
  }

  /** The bytes, and then what a socket would say. */
  private InputStream stream() {
    ByteArrayInputStream came = new ByteArrayInputStream(bytes);
    return new InputStream() {
      @Override
      public int read() throws IOException {
        int octet = came.read();
        if (octet >= 0 || outcome == Outcome.ENDED) {
          return octet;
        }
        throw outcome == Outcome.CONNECTED
            ? new SocketTimeoutException()
            : new IOException("connection reset");
      }
    };
  }
}
