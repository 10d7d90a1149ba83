package manor.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.Socket;

/** Guests who come, say nothing and stay. Threads: one. */
public final class IdleCrowd implements AutoCloseable {
  private static final int AT_A_TIME = 250;
  private static final byte[] QUESTION =
      "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final Kernel kernel;
  private final InetSocketAddress address;
  private final List<Socket> guests = new ArrayList<>();

  /** A crowd of none yet. */
  public IdleCrowd(Kernel kernel, InetSocketAddress address) {
    this.kernel = kernel;
    this.address = address;
  }

  /**
   * Lets more come until there are {@code count}.
   *
   * @throws IOException when the system or the server has no room for more
   */
  public void growTo(int count) throws IOException {
    while (guests.size() < count) {
      int now = Math.min(count, guests.size() + AT_A_TIME);
      while (guests.size() < now) {
        Socket guest = Socket.open(kernel, Linux.AF_INET, Linux.SOCK_STREAM);
        guests.add(guest);
        guest.connect(address);
      }
      awaitReception();
    }
  }

  /** The queue at the door is served in order: who is answered knows that all before are in. */
  private void awaitReception() throws IOException {
    try (java.net.Socket last = new java.net.Socket(address.getAddress(), address.getPort())) {
      last.setSoTimeout(10_000);
      last.getOutputStream().write(QUESTION);
      if (last.getInputStream().readAllBytes().length == 0) {
        throw new IOException("the server has no room for " + guests.size() + " connections");
      }
    }
  }

  /** Whether all who came are still here: nobody was sent away. */
  public boolean isComplete() throws ErrnoException {
    Memory room = Memory.allocate(1);
    for (Socket guest : guests) {
      if (guest.read(room, 0, 1) != Fd.WOULD_BLOCK) {
        return false;
      }
    }
    return true;
  }

  /** Leaves at once: an orderly farewell would keep each port for a minute (SO_LINGER, tcp(7)). */
  @Override
  public void close() {
    Memory atOnce = Memory.allocate(2 * Integer.BYTES);
    atOnce.putInt(0, 1);
    for (Socket guest : guests) {
      int fd = guest.number();
      kernel.setsockopt(fd, Linux.SOL_SOCKET, Linux.SO_LINGER, atOnce, atOnce.size());
      guest.close();
    }
    guests.clear();
  }
}
