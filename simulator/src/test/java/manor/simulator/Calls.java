package manor.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import manor.syscall.EpollEvent;
import manor.syscall.Errno;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.SockAddr;

/** System calls with fewer arguments, for tests that read as sentences. */
record Calls(Kernel kernel) {
  static final int STREAM = Linux.SOCK_STREAM | Linux.SOCK_NONBLOCK | Linux.SOCK_CLOEXEC;

  record Pair(int first, int second) {}

  static String name(int answer) {
    return answer < 0 ? Errno.of(-answer).name() : Integer.toString(answer);
  }

  // Making descriptors.

  Pair pipe() {
    Memory pair = Memory.allocate(8);
    must(kernel.pipe2(pair, Linux.O_NONBLOCK));
    return new Pair(pair.getInt(0), pair.getInt(4));
  }

  Pair socketpair() {
    Memory pair = Memory.allocate(8);
    must(kernel.socketpair(Linux.AF_UNIX, STREAM, 0, pair));
    return new Pair(pair.getInt(0), pair.getInt(4));
  }

  int counter(int initial, int flags) {
    return must(kernel.eventfd(initial, flags | Linux.EFD_NONBLOCK));
  }

  int epoll() {
    return must(kernel.epoll_create1(0));
  }

  int tcp(int family) {
    int fd = must(kernel.socket(family, STREAM, 0));
    set(fd, Linux.IPPROTO_TCP, Linux.TCP_NODELAY, 1);
    return fd;
  }

  /** A listener on a port of the kernel's choice. */
  int listener(int family, int backlog) {
    int fd = tcp(family);
    must(bind(fd, loopback(family, 0)));
    must(kernel.listen(fd, backlog));
    return fd;
  }

  /** A socket for datagrams, on a port of the kernel's choice or on none yet. */
  int datagrams(int family, boolean bound) {
    int fd = must(kernel.socket(family, Linux.SOCK_DGRAM | Linux.SOCK_NONBLOCK, 0));
    if (bound) {
      must(bind(fd, loopback(family, 0)));
    }
    return fd;
  }

  /** A client's end and a server's, connected through a listener that is closed again. */
  Pair connection(int family) {
    int listener = listener(family, 8);
    int client = tcp(family);
    connect(client, name(listener, true));
    int server = accept(listener);
    must(kernel.close(listener));
    return new Pair(client, server);
  }

  // Using them.

  int write(int fd, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return kernel.write(fd, Memory.copyOf(bytes), 0, bytes.length);
  }

  int add(int fd, long value) {
    Memory memory = Memory.allocate(8);
    memory.putLong(0, value);
    return kernel.write(fd, memory, 0, 8);
  }

  /** The text read, or the name of the error. */
  String read(int fd, int length) {
    Memory memory = Memory.allocate(length);
    int answer = kernel.read(fd, memory, 0, length);
    if (answer < 0) {
      return name(answer);
    }
    byte[] bytes = new byte[answer];
    memory.bytes().get(0, bytes);
    return new String(bytes, UTF_8);
  }

  int sendTo(int fd, String text, InetSocketAddress to) {
    byte[] bytes = text.getBytes(UTF_8);
    Memory memory = Memory.copyOf(bytes);
    if (to == null) {
      return kernel.sendto(fd, memory, 0, bytes.length, 0, null, 0);
    }
    SockAddr envelope = SockAddr.of(to);
    return kernel.sendto(fd, memory, 0, bytes.length, 0, envelope.memory(), envelope.length());
  }

  /** What was received: the text, or the name of the error; and who sent it, if that was said. */
  record Letter(String text, InetSocketAddress sender) {}

  Letter letter(int fd, int length) {
    Memory memory = Memory.allocate(length);
    SockAddr sender = new SockAddr();
    int answer = kernel.recvfrom(fd, memory, 0, length, 0, sender.memory(), sender.lengthMemory());
    if (answer < 0) {
      return new Letter(name(answer), null);
    }
    String text = memory.cString(0).substring(0, answer);
    return new Letter(text, sender.length() == 0 ? null : sender.get());
  }

  String receiveFrom(int fd, int length) {
    return letter(fd, length).text();
  }

  String count(int fd) {
    Memory memory = Memory.allocate(8);
    int answer = kernel.read(fd, memory, 0, 8);
    return answer < 0 ? name(answer) : Long.toUnsignedString(memory.getLong(0));
  }

  /** Writes until nothing more fits, and says how much did. */
  int fill(int fd) {
    Memory memory = Memory.allocate(65_536);
    int total = 0;
    int answer = kernel.write(fd, memory, 0, memory.size());
    while (answer > 0) {
      total += answer;
      answer = kernel.write(fd, memory, 0, memory.size());
    }
    return total;
  }

  /** Reads until there is nothing more, and says how much there was. */
  int drain(int fd) {
    Memory memory = Memory.allocate(65_536);
    int total = 0;
    int answer = kernel.read(fd, memory, 0, memory.size());
    while (answer > 0) {
      total += answer;
      answer = kernel.read(fd, memory, 0, memory.size());
    }
    return total;
  }

  int set(int fd, int level, int option, int value) {
    Memory memory = Memory.allocate(4);
    memory.putInt(0, value);
    return kernel.setsockopt(fd, level, option, memory, 4);
  }

  void lingerNot(int fd) {
    Memory memory = Memory.allocate(8);
    memory.putInt(0, 1);
    must(kernel.setsockopt(fd, Linux.SOL_SOCKET, Linux.SO_LINGER, memory, 8));
  }

  int get(int fd, int level, int option) {
    Memory value = Memory.allocate(4);
    Memory length = Memory.allocate(4);
    length.putInt(0, 4);
    must(kernel.getsockopt(fd, level, option, value, length));
    return value.getInt(0);
  }

  String error(int fd) {
    int error = get(fd, Linux.SOL_SOCKET, Linux.SO_ERROR);
    return error == 0 ? "none" : Errno.of(error).name();
  }

  // Addresses.

  static InetSocketAddress loopback(int family, int port) {
    byte[] ip = family == Linux.AF_INET ? new byte[] {127, 0, 0, 1} : new byte[16];
    ip[ip.length - 1] = 1;
    try {
      return new InetSocketAddress(InetAddress.getByAddress(ip), port);
    } catch (java.net.UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }

  int bind(int fd, InetSocketAddress address) {
    SockAddr envelope = SockAddr.of(address);
    return kernel.bind(fd, envelope.memory(), envelope.length());
  }

  int connect(int fd, InetSocketAddress address) {
    SockAddr envelope = SockAddr.of(address);
    return kernel.connect(fd, envelope.memory(), envelope.length());
  }

  int accept(int fd) {
    return kernel.accept4(fd, null, null, Linux.SOCK_NONBLOCK);
  }

  InetSocketAddress name(int fd, boolean own) {
    SockAddr envelope = new SockAddr();
    must(
        own
            ? kernel.getsockname(fd, envelope.memory(), envelope.lengthMemory())
            : kernel.getpeername(fd, envelope.memory(), envelope.lengthMemory()));
    return envelope.get();
  }

  /** Why there is no other end. */
  String peer(int fd) {
    SockAddr envelope = new SockAddr();
    return name(kernel.getpeername(fd, envelope.memory(), envelope.lengthMemory()));
  }

  // Readiness.

  int control(int epoll, int operation, int fd, int events) {
    Memory event = Memory.allocate(EpollEvent.SIZE);
    EpollEvent.put(event, 0, events, fd);
    return kernel.epoll_ctl(epoll, operation, fd, event);
  }

  void watch(int epoll, int fd, int events) {
    must(control(epoll, Linux.EPOLL_CTL_ADD, fd, events));
  }

  /** What is ready at once, in the kernel's order: each descriptor and its bits. */
  List<String> ready(int epoll) {
    return ready(epoll, 16, 0);
  }

  List<String> ready(int epoll, int room, int millis) {
    Memory events = Memory.allocate(room * EpollEvent.SIZE);
    int count = must(kernel.epoll_wait(epoll, events, room, millis));
    List<String> ready = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ready.add(EpollEvent.data(events, i) + ":" + bits(EpollEvent.events(events, i)));
    }
    return ready;
  }

  static String bits(int events) {
    StringJoiner names = new StringJoiner("|");
    String[] all = {"IN", "PRI", "OUT", "ERR", "HUP"};
    for (int i = 0; i < all.length; i++) {
      if ((events & 1 << i) != 0) {
        names.add(all[i]);
      }
    }
    return ((events & Linux.EPOLLRDHUP) == 0 ? names : names.add("RDHUP")).toString();
  }

  private static int must(int answer) {
    if (answer < 0) {
      throw new AssertionError("unexpected " + Errno.of(-answer));
    }
    return answer;
  }
}
