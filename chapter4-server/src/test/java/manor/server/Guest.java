package manor.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** A client with a plain blocking socket. What it waits for must come; its limit is a failure. */
final class Guest implements AutoCloseable {
  private static final int LIMIT_MILLIS = 10_000;
  static final String HELLO = "GET / HTTP/1.1\r\nHost: manor\r\n\r\n";
  static final String GREETING = "Hello! I am an epoll server.";

  private final Socket socket = new Socket();
  private final InputStream in;

  Guest(InetSocketAddress address) throws IOException {
    this(address, 0);
  }

  /** A client whose kernel keeps only so many bytes that it has not read; 0 for the usual. */
  Guest(InetSocketAddress address, int receiveBuffer) throws IOException {
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.connect(address, LIMIT_MILLIS);
    socket.setSoTimeout(LIMIT_MILLIS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  Guest say(String text) throws IOException {
    return say(text.getBytes(ISO_8859_1));
  }

  Guest say(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** The next answer, complete. */
  Reply reply() throws IOException {
    return Reply.read(in, false);
  }

  /** The next answer, to a HEAD. */
  Reply replyToHead() throws IOException {
    return Reply.read(in, true);
  }

  Reply ask(String text) throws IOException {
    return say(text).reply();
  }

  /** Everything until the server closes; a reset is an exception. */
  String rest() throws IOException {
    return new String(in.readAllBytes(), ISO_8859_1);
  }

  /** Reads so many bytes and forgets them; false when there are no more. */
  boolean skips(int count) throws IOException {
    return in.readNBytes(count).length == count;
  }

  /** Forgets what is here already. */
  void skipsWhatIsHere() throws IOException {
    in.skipNBytes(in.available());
  }

  /** Whether something is here already: bytes, the end, or a reset. Consumes nothing. */
  boolean hears() throws IOException {
    socket.setSoTimeout(1);
    in.mark(1);
    try {
      if (in.read() >= 0) {
        in.reset();
      }
      return true;
    } catch (SocketTimeoutException silence) {
      return false;
    } catch (SocketException reset) {
      return true;
    } finally {
      socket.setSoTimeout(LIMIT_MILLIS);
    }
  }

  /** Sends no more, but still listens. */
  Guest sayLast(String lastWords) throws IOException {
    say(lastWords);
    socket.shutdownOutput();
    return this;
  }

  /** Closes as a crash does: the other side gets a reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
