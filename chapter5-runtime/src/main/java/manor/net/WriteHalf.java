package manor.net;

import manor.io.Readiness;
import manor.syscall.ErrnoException;
import manor.syscall.Memory;
import manor.task.Future;

/**
 * The half of a connection that writes.
 *
 * @param stream the whole, which its owner closes
 */
public record WriteHalf(TcpStream stream) {
  /** As {@link TcpStream#write}. */
  public Future<Integer> write(Memory memory, int offset, int length) {
    return stream.write(memory, offset, length);
  }

  /** As {@link TcpStream#writeAll}. */
  public Future<Void> writeAll(Memory memory, int offset, int length) {
    return stream.writeAll(memory, offset, length);
  }

  /** As {@link TcpStream#writable}. */
  public Readiness writable() {
    return stream.writable();
  }

  /** As {@link TcpStream#shutdown}. */
  public void shutdown() throws ErrnoException {
    stream.shutdown();
  }
}
