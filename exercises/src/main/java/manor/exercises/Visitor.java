package manor.exercises;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import manor.http.RequestContext;
import manor.syscall.ErrnoException;
import manor.syscall.Memory;
import manor.syscall.Socket;

/**
 * A guest at an {@link Audience}.
 *
 * @param outside his own end of the connection
 * @param context the server's end
 */
public record Visitor(Socket outside, RequestContext context) {
  /** Sends bytes in one piece, a byte a character; there must be room for all of them. */
  public void send(String text) {
    try {
      Memory bytes = Memory.copyOf(text.getBytes(ISO_8859_1));
      int written = outside.write(bytes, 0, bytes.size());
      if (written != bytes.size()) {
        throw new AssertionError("there was room for " + written + " of " + bytes.size());
      }
    } catch (ErrnoException gone) {
      throw new AssertionError("the server has left: " + gone.getMessage(), gone);
    }
  }

  /** Reads what has come, at most {@code most} bytes, a character a byte. */
  public String receive(int most) {
    Memory memory = Memory.allocate(most);
    StringBuilder text = new StringBuilder();
    try {
      int count = 1;
      while (count > 0 && text.length() < most) {
        count = outside.read(memory, 0, most - text.length());
        for (int at = 0; at < count; at++) {
          text.append((char) (memory.bytes().get(at) & 0xff));
        }
      }
    } catch (ErrnoException cut) {
      text.append("<").append(cut.getMessage()).append(">");
    }
    return text.toString();
  }
}
