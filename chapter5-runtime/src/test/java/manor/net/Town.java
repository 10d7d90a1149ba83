package manor.net;

import java.io.EOFException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import manor.runtime.Runtime;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.task.Future;

/** A runtime, and somewhere on this machine to meet. */
final class Town implements AutoCloseable {
  static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  final Runtime runtime;

  Town(Kernel kernel) throws ErrnoException {
    runtime = Runtime.open(kernel);
  }

  TcpListener listener() throws Exception {
    return runtime.blockOn(TcpListener.bind(runtime.handle(), ANYWHERE));
  }

  /** The two ends of a connection. */
  Ends connection() throws Exception {
    try (TcpListener listener = listener()) {
      var accepting = runtime.spawn(listener.accept());
      TcpStream guest =
          runtime.blockOn(TcpStream.connect(runtime.handle(), listener.localAddress()));
      return new Ends(guest, runtime.blockOn(accepting));
    }
  }

  record Ends(TcpStream guest, TcpStream host) {}

  /** Reads until there are {@code length} bytes. */
  static Future<Void> readAll(TcpStream stream, Memory memory, int length) {
    int[] read = new int[1];
    return Future.loop(
        () ->
            stream
                .read(memory, read[0], length - read[0])
                .map(
                    count -> {
                      if (count == 0) {
                        throw new EOFException("after " + read[0] + " bytes");
                      }
                      read[0] += count;
                      return read[0] < length;
                    }));
  }

  @Override
  public void close() {
    runtime.close();
  }
}
