package manor.server.wire;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/**
 * One plain blocking connection. A write that fails is no failure here: a server may answer and
 * close before it has seen everything, and what it said can still be read. Closing always resets,
 * so that a long run leaves no ports waiting.
 */
final class WireClient implements Closeable {
  private static final int LIMIT_MILLIS = Integer.getInteger("wire.limit", 5_000);

  private final Socket socket = new Socket();
  private final InputStream in;
  private final WireAnswerReader answers;

  WireClient(InetSocketAddress server) throws IOException {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(LIMIT_MILLIS);
      socket.connect(server, LIMIT_MILLIS);
      socket.setSoLinger(true, 0);
      in = new BufferedInputStream(socket.getInputStream());
      answers = new WireAnswerReader(in);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  void send(byte[] bytes, int from, int to) {
    try {
      socket.getOutputStream().write(bytes, from, to - from);
    } catch (IOException serverHasHungUp) {
      // what it said before is still to be read
    }
  }

  void send(byte[] bytes) {
    send(bytes, 0, bytes.length);
  }

  void finish() {
    try {
      socket.shutdownOutput();
    } catch (IOException serverHasHungUp) {
      // what it said before is still to be read
    }
  }

  /** Whether something has come that was not read yet. */
  boolean hasMail() throws IOException {
    return in.available() > 0;
  }

  Optional<WireAnswer> read(boolean toHead) throws IOException {
    return answers.next(toHead);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // nothing is left to close
    }
  }
}
