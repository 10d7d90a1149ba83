package manor.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import manor.syscall.EpollEvent;
import manor.syscall.Errno;
import manor.syscall.Linux;
import manor.syscall.Memory;

/**
 * A kernel in memory that does what a test tells it: each socket has a list of what reads will
 * answer and a room that writes fill. It writes down what matters in {@link #calls}.
 */
final class ScriptedKernel extends NoKernel {
  /** One socket, as the far end and the network make it behave. */
  static final class Wire {
    private final ArrayDeque<byte[]> arriving = new ArrayDeque<>();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private int readFailure;
    private int writeFailure;
    private boolean ended;
    private boolean open = true;
    private long room = Long.MAX_VALUE;
    private int interest = Linux.EPOLLIN;
    private int reads;
    private int writes;

    /** These bytes come in one segment. */
    void arrives(byte[] bytes) {
      if (bytes.length > 0) {
        arriving.add(bytes);
      }
    }

    /** The far end sends no more. */
    void ends() {
      ended = true;
    }

    /** From now on reading fails so, behind what has arrived; and writing at once. */
    void fails(int errno) {
      readFailure = errno;
      writeFailure = errno;
    }

    /** From now on only writing fails. */
    void failsToWrite(int errno) {
      writeFailure = errno;
    }

    /** So many bytes can be written until {@link #room} is called again. */
    void room(long bytes) {
      room = bytes;
    }

    /** Takes what has been written since last asked. */
    String sent() {
      String text = sent.toString(StandardCharsets.ISO_8859_1);
      sent.reset();
      return text;
    }

    boolean isOpen() {
      return open;
    }

    boolean hasUnread() {
      return !arriving.isEmpty();
    }

    int reads() {
      return reads;
    }

    int writes() {
      return writes;
    }

    /** Whether a level-triggered wait would tell of it. */
    boolean isReady() {
      boolean readable = hasUnread() || ended || readFailure != 0;
      boolean writable = room > 0 || writeFailure != 0;
      return open
          && ((interest & Linux.EPOLLIN) != 0 && readable
              || (interest & Linux.EPOLLOUT) != 0 && writable);
    }

    private int read(Memory memory, int offset, int length) {
      reads++;
      byte[] next = arriving.poll();
      if (next == null) {
        return readFailure != 0 ? -readFailure : ended ? 0 : -Errno.EAGAIN;
      }
      int count = Math.min(length, next.length);
      memory.bytes().put(offset, next, 0, count);
      if (count < next.length) {
        arriving.push(Arrays.copyOfRange(next, count, next.length));
      }
      return count;
    }

    private int take(int length) {
      writes++;
      if (writeFailure != 0) {
        return -writeFailure;
      }
      int count = (int) Math.min(length, room);
      room -= count;
      return count == 0 ? -Errno.EAGAIN : count;
    }
  }

  final List<String> calls = new ArrayList<>();
  private final Map<Integer, Wire> wires = new HashMap<>();
  private final Map<Integer, byte[]> files = new HashMap<>();
  private int lastFd = 3;

  /** The socket of the highest number. */
  Wire newest() {
    return wires.get(lastFd);
  }

  /** A descriptor of a file with this content. */
  int file(byte[] content) {
    files.put(++lastFd, content);
    return lastFd;
  }

  @Override
  public int socket(int domain, int type, int protocol) {
    wires.put(++lastFd, new Wire());
    return lastFd;
  }

  @Override
  public int epoll_create1(int flags) {
    return 3;
  }

  @Override
  public int epoll_ctl(int epollFd, int operation, int fd, Memory event) {
    Wire wire = wires.get(fd);
    if (wire == null || !wire.open) {
      return -Errno.EBADF;
    }
    wire.interest = EpollEvent.events(event, 0);
    calls.add("wait for " + name(wire.interest) + " " + fd);
    return 0;
  }

  private static String name(int interest) {
    return switch (interest) {
      case Linux.EPOLLIN -> "input";
      case Linux.EPOLLOUT -> "room";
      default -> "nothing";
    };
  }

  @Override
  public int read(int fd, Memory memory, int offset, int length) {
    Wire wire = wires.get(fd);
    return wire == null || !wire.open ? -Errno.EBADF : wire.read(memory, offset, length);
  }

  @Override
  public int write(int fd, Memory memory, int offset, int length) {
    Wire wire = wires.get(fd);
    if (wire == null || !wire.open) {
      return -Errno.EBADF;
    }
    int count = wire.take(length);
    for (int i = 0; i < count; i++) {
      wire.sent.write(memory.bytes().get(offset + i));
    }
    return count;
  }

  @Override
  public int sendfile(int outFd, int inFd, Memory position, int count) {
    byte[] file = files.get(inFd);
    int from = (int) position.getLong(0);
    int left = Math.min(count, file.length - from);
    int taken = left == 0 ? 0 : wires.get(outFd).take(left);
    if (taken > 0) {
      wires.get(outFd).sent.write(file, from, taken);
      position.putLong(0, from + taken);
    }
    return taken;
  }

  @Override
  public int shutdown(int fd, int how) {
    calls.add("shutdown " + fd);
    Wire wire = wires.get(fd);
    return wire == null || !wire.open ? -Errno.EBADF : 0;
  }

  @Override
  public int close(int fd) {
    Wire wire = wires.get(fd);
    calls.add("close " + fd + (wire != null && wire.hasUnread() ? " over unread bytes" : ""));
    if (wire != null) {
      wire.open = false;
    }
    return 0;
  }
}
