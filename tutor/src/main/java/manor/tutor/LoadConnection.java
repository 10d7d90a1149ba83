package manor.tutor;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection to the server. For one thread, except {@link #close}, which ends it from any. */
final class LoadConnection implements Closeable {
  private final Socket socket = new Socket();
  private final int timeoutMillis;
  private InputStream in;
  private OutputStream out;

  LoadConnection(int timeoutMillis) {
    this.timeoutMillis = timeoutMillis;
  }

  void open(LoadTarget target) throws IOException {
    socket.setTcpNoDelay(true);
    socket.connect(target.address(), timeoutMillis);
    socket.setSoTimeout(timeoutMillis);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /** Uploads once. A server may answer early and hang up, so a failed write still reads. */
  LoadAnswer post(LoadTarget target, LoadBody body) throws IOException {
    try {
      out.write(head(target, body).getBytes(StandardCharsets.ISO_8859_1));
      body.writeTo(out);
    } catch (IOException unsent) {
      return earlyAnswer(unsent);
    }
    return LoadAnswer.read(in);
  }

  private LoadAnswer earlyAnswer(IOException unsent) throws IOException {
    try {
      return new LoadAnswer(LoadAnswer.read(in).status(), false);
    } catch (IOException none) {
      throw unsent;
    }
  }

  private static String head(LoadTarget target, LoadBody body) {
    return "POST "
        + target.path()
        + " HTTP/1.1\r\n"
        + "Host: "
        + target.authority()
        + "\r\n"
        + "User-Agent: manor-load\r\n"
        + "Accept: */*\r\n"
        + "Content-Length: "
        + body.length()
        + "\r\n"
        + "\r\n";
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to be saved.
    }
  }
}
