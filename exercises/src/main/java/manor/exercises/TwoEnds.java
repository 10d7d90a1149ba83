package manor.exercises;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;

/**
 * The two ends of one connection: socketpair(2), non-blocking.
 *
 * @param ours the end of the program that is tried
 * @param theirs the end of whoever it talks with
 */
public record TwoEnds(Fd ours, Fd theirs) {
  /**
   * Connects two new ends.
   *
   * @param ours the kernel that our end speaks to, which may meddle with its calls
   * @param theirs the same kernel without anybody in between
   */
  public static TwoEnds open(Kernel ours, Kernel theirs) {
    Memory pair = Memory.allocate(2 * Integer.BYTES);
    int type = Linux.SOCK_STREAM | Linux.SOCK_NONBLOCK | Linux.SOCK_CLOEXEC;
    if (theirs.socketpair(Linux.AF_UNIX, type, 0, pair) != 0) {
      throw new AssertionError("the kernel has no two sockets left");
    }
    return new TwoEnds(new Fd(ours, pair.getInt(0)), new Fd(theirs, pair.getInt(Integer.BYTES)));
  }

  /** The other side writes, a byte a character; there must be room for all of it. */
  public void say(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    int written = theirs.kernel().write(theirs.number(), Memory.copyOf(bytes), 0, bytes.length);
    if (written != bytes.length) {
      throw new AssertionError("there was room for " + written + " of " + bytes.length + " bytes");
    }
  }

  /** The other side reads all that has come, a character a byte. */
  public String hear() {
    StringBuilder heard = new StringBuilder();
    Memory memory = Memory.allocate(4096);
    int count = theirs.kernel().read(theirs.number(), memory, 0, memory.size());
    while (count > 0) {
      for (int at = 0; at < count; at++) {
        heard.append((char) (memory.bytes().get(at) & 0xff));
      }
      count = theirs.kernel().read(theirs.number(), memory, 0, memory.size());
    }
    return heard.toString();
  }
}
