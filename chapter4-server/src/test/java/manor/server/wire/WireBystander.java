package manor.server.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * A second client, who stands by and asks small questions. A server of one thread that has answered
 * the bystander has also seen every byte sent before the question: so a run can wait for the server
 * to take note of half a request, without ever sleeping.
 */
final class WireBystander implements Closeable {
  private static final byte[] QUESTION =
      WireText.decode("GET / HTTP/1.1\\r\\nHost: bystander\\r\\n\\r\\n");

  private final InetSocketAddress server;
  private WireClient client;

  WireBystander(InetSocketAddress server) {
    this.server = server;
  }

  /** Returns when the server has had its turn. */
  void letTheServerWork() throws IOException {
    if (client == null || !asks(client)) {
      close();
      client = new WireClient(server);
      if (!asks(client)) {
        throw new WireFault("a bystander was not answered");
      }
    }
  }

  /** Whether the server still answers a client that it has never seen. */
  boolean newcomerIsAnswered() {
    try (WireClient newcomer = new WireClient(server)) {
      return asks(newcomer);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean asks(WireClient client) {
    client.send(QUESTION);
    try {
      return client.read(false).map(WireAnswer::isSuccess).orElse(false);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
      client = null;
    }
  }
}
