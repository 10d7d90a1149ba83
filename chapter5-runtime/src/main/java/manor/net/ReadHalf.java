package manor.net;

import manor.io.Readiness;
import manor.syscall.Memory;
import manor.task.Future;

/**
 * The half of a connection that reads.
 *
 * @param stream the whole, which its owner closes
 */
public record ReadHalf(TcpStream stream) {
  /** As {@link TcpStream#read}. */
  public Future<Integer> read(Memory memory, int offset, int length) {
    return stream.read(memory, offset, length);
  }

  /** As {@link TcpStream#readable}. */
  public Readiness readable() {
    return stream.readable();
  }
}
