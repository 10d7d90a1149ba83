package manor.simulator;

import static manor.syscall.Linux.IPPROTO_IPV6;
import static manor.syscall.Linux.IPPROTO_TCP;
import static manor.syscall.Linux.SOCK_NONBLOCK;
import static manor.syscall.Linux.SOCK_STREAM;
import static manor.syscall.Linux.SOL_SOCKET;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import manor.simulator.Held.Sort;
import manor.syscall.EpollEvent;
import manor.syscall.Errno;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.SockAddr;
import manor.syscall.Statx;

/**
 * Where the operations of a sequence are done on one kernel, and what came of each is written down
 * in words that do not depend on the kernel: ports, which each kernel chooses for itself, appear by
 * the order in which they were first seen.
 *
 * <p>It keeps to what the two kernels are asked to agree on. An operation beyond that, like a write
 * to a connection with much on its way already, is left out on both.
 */
class Workbench {
  static final int VARIABLES = 16;

  /** Added to the family of a pair: closed on exec. */
  static final int CLOSE_ON_EXEC = 1 << 10;

  private static final int[][] OPTIONS = {
    {SOL_SOCKET, Linux.SO_ERROR},
    {SOL_SOCKET, Linux.SO_REUSEADDR},
    {SOL_SOCKET, Linux.SO_KEEPALIVE},
    {SOL_SOCKET, Linux.SO_LINGER},
    {IPPROTO_TCP, Linux.TCP_NODELAY},
    {IPPROTO_IPV6, Linux.IPV6_V6ONLY},
    {SOL_SOCKET, 9999},
  };
  private static final int[] INTERESTS = {
    Linux.EPOLLIN,
    Linux.EPOLLOUT,
    Linux.EPOLLRDHUP,
    Linux.EPOLLET,
    Linux.EPOLLONESHOT,
    Linux.EPOLLPRI,
    Linux.EPOLLEXCLUSIVE
  };
  private static final int MOST_WRITES = 6;
  private static final int MOST_UNREAD = 12_000;

  /** So much of what a full connection holds can be read, and its sender still has no room. */
  private static final int MOST_OF_TCP = 10;

  /** So that all that is sent in a sequence has room. */
  private static final int MOST_IN_DATAGRAM = 600;

  private static final int CHUNK = 1000;
  private static final int SCRATCH = 70_000;
  private static final String[] PATHS = {"plain", "sub/inner", "link", "loop", "none", "sub", "."};

  final Kernel kernel;
  private final String directory;
  private final Held[] variables = new Held[VARIABLES];
  private final List<Held> all = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();
  private final StringBuilder said = new StringBuilder();
  private final Memory scratch = Memory.allocate(SCRATCH);
  private final Memory small = Memory.allocate(512);
  private final Memory length = Memory.allocate(4);
  private final SockAddr address = new SockAddr();
  private byte nextByte;
  private boolean ordered = true;
  private int fullFor = -1;

  Workbench(Kernel kernel, String directory) {
    this.kernel = kernel;
    this.directory = directory;
  }

  /** What came of the last operation. */
  StringBuilder said() {
    return said;
  }

  void perform(Operation operation) {
    said.setLength(0);
    int room = fullFor;
    fullFor = -1;
    if (room >= 0) {
      limitDescriptors(room);
    }
    operation.at(this);
    if (room >= 0) {
      limitDescriptors(-1);
    }
  }

  /** Allows only {@code room} more descriptors than there are, or -1: as many as usual. */
  void limitDescriptors(int room) {}

  /** Lets what has been sent over a connection arrive, if that takes time here. */
  void settle(Held receiver) {}

  void closeAll() {
    for (Held held : all) {
      if (held.open) {
        kernel.close(held.fd);
      }
    }
  }

  // Words.

  private void say(String name, int answer) {
    said.append(name).append(' ');
    if (answer < 0) {
      said.append(Errno.of(-answer).name());
    } else {
      said.append(answer);
    }
    said.append(' ');
  }

  private void skipped() {
    said.append("left out");
  }

  private void sayAddress(SockAddr name) {
    if (name.family() == Linux.AF_UNIX) {
      said.append("unix ").append(name.length());
      return;
    }
    int port = name.get().getPort();
    if (!ports.contains(port)) {
      ports.add(port);
    }
    said.append(name.get().getAddress().getHostAddress());
    said.append(port == 0 ? " no port" : " port#" + ports.indexOf(port));
  }

  // Variables.

  /** What a variable's number stands for now: the number may have been given out again. */
  private Held get(int variable) {
    Held held = variables[variable];
    if (held != null && !held.open) {
      for (Held other : all) {
        if (other.open && other.fd == held.fd) {
          return other;
        }
      }
    }
    return held;
  }

  private int fd(int variable) {
    return variables[variable] == null ? -1 : variables[variable].fd;
  }

  private Held keep(int variable, String call, int answer, Sort sort, int family) {
    say(call, answer);
    return answer < 0 ? null : put(variable, answer, sort, family);
  }

  private Held put(int variable, int fd, Sort sort, int family) {
    Held held = new Held(fd, sort, family);
    all.add(held);
    variables[variable] = held;
    return held;
  }

  private void keepPair(int a, int b, String call, int answer, Sort first, Sort second) {
    say(call, answer);
    if (answer == 0) {
      say("first", small.getInt(0));
      say("second", small.getInt(4));
      Held one = put(a, small.getInt(0), first, Linux.AF_UNIX);
      Held other = put(b, small.getInt(4), second, Linux.AF_UNIX);
      one.peer = other;
      other.peer = one;
    }
  }

  // Making descriptors.

  void counter(int variable, int initial, int flags) {
    int closed = (flags & 2) * (Linux.EFD_CLOEXEC / 2);
    int answer = kernel.eventfd(initial, flags & 1 | closed | Linux.EFD_NONBLOCK);
    keep(variable, "eventfd", answer, Sort.COUNTER, 0);
  }

  void pipe(int a, int b, int flags) {
    int closed = (flags & CLOSE_ON_EXEC) != 0 ? Linux.O_CLOEXEC : 0;
    int answer = kernel.pipe2(small, Linux.O_NONBLOCK | closed);
    keepPair(a, b, "pipe2", answer, Sort.READER, Sort.WRITER);
  }

  void pair(int a, int b, int flags) {
    int closed = (flags & CLOSE_ON_EXEC) != 0 ? Linux.SOCK_CLOEXEC : 0;
    int answer = kernel.socketpair(Linux.AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | closed, 0, small);
    keepPair(a, b, "socketpair", answer, Sort.UNIX, Sort.UNIX);
  }

  void epoll(int variable, int closed) {
    int answer = kernel.epoll_create1(closed * Linux.EPOLL_CLOEXEC);
    keep(variable, "epoll_create1", answer, Sort.EPOLL, 0);
  }

  Held socket(int variable, int family, int closed) {
    int type = SOCK_STREAM | SOCK_NONBLOCK | closed * Linux.SOCK_CLOEXEC;
    int answer = kernel.socket(family, type, 0);
    Held held = keep(variable, "socket", answer, Sort.TCP, family);
    if (held != null) {
      setInt(held.fd, IPPROTO_TCP, Linux.TCP_NODELAY, 1);
    }
    return held;
  }

  Held listener(int variable, int family, int backlog) {
    Held held = socket(variable, family, 0);
    if (held != null) {
      bindTo(held, SockAddr.of(Calls.loopback(family, 0)));
      listen(variable, backlog);
    }
    return held;
  }

  /** Connects and accepts in one. */
  void connection(int listener, int client, int server) {
    Held door = get(listener);
    if (door == null || !door.open || !door.listens || !door.waiting.isEmpty()) {
      skipped();
      return;
    }
    if (socket(client, door.family, 0) != null) {
      connect(client, listener);
      accept(listener, server, 0);
    }
  }

  /** A connection with a large buffer to send from and a small one to receive in. */
  void narrow(int client, int server, int choice) {
    int family = choice & ~CLOSE_ON_EXEC;
    Held door = socket(server, family, 0);
    Held held = door == null ? null : socket(client, family, 0);
    if (held == null) {
      return;
    }
    narrow(door.fd);
    narrow(held.fd);
    bindTo(door, SockAddr.of(Calls.loopback(family, 0)));
    listen(server, 1);
    connect(client, server);
    accept(server, server, 0);
    held.isNarrow = true;
    get(server).isNarrow = true;
    say("close", kernel.close(door.fd));
    door.open = false;
  }

  private void narrow(int fd) {
    setInt(fd, SOL_SOCKET, Linux.SO_RCVBUF, 10_000);
    setInt(fd, SOL_SOCKET, Linux.SO_SNDBUF, 100_000);
  }

  /** A socket for datagrams, bound or not. */
  void datagrams(int variable, int family, int bound) {
    int answer = kernel.socket(family, Linux.SOCK_DGRAM | SOCK_NONBLOCK, 0);
    Held held = keep(variable, "socket", answer, Sort.DATAGRAMS, family);
    if (held != null && bound != 0) {
      bindTo(held, SockAddr.of(Calls.loopback(family, 0)));
    }
  }

  void open(int variable, int path, int closed) {
    String name = directory + "/" + PATHS[path % PATHS.length];
    int flags = path / PATHS.length % 2 * Linux.O_NOFOLLOW | closed * Linux.O_CLOEXEC;
    int answer = kernel.openat(Linux.AT_FDCWD, Memory.ofCString(name), flags, 0);
    keep(variable, "openat", answer, Sort.FILE, 0);
  }

  // Sockets.

  /** Binds to a port of the kernel's choice, or to the one another socket has. */
  void bind(int variable, int other, int own) {
    Held held = get(variable);
    if (held == null || !held.isInternet()) {
      skipped();
    } else if (own == 0) {
      bindTo(held, SockAddr.of(Calls.loopback(held.family, 0)));
    } else if (isLike(held, get(other)) && hasName(get(other)) && !get(other).hasPast) {
      bindTo(held, address);
      held.sharesPort = true;
      get(other).sharesPort = true;
    } else {
      skipped();
    }
  }

  private static boolean isLike(Held held, Held other) {
    return other != null && other.family == held.family && other.sort == held.sort;
  }

  private void bindTo(Held held, SockAddr envelope) {
    say("bind", kernel.bind(held.fd, envelope.memory(), envelope.length()));
  }

  /** Whether a socket is bound to an address, which is then in {@link #address}. */
  private boolean hasName(Held held) {
    if (held == null || !held.open || !held.isInternet()) {
      return false;
    }
    address.clear();
    int answer = kernel.getsockname(held.fd, address.memory(), address.lengthMemory());
    return answer == 0 && address.get().getPort() != 0;
  }

  void listen(int variable, int backlog) {
    int answer = kernel.listen(fd(variable), backlog);
    say("listen", answer);
    if (answer == 0) {
      get(variable).listens = true;
      get(variable).backlog = backlog;
    }
  }

  void connect(int variable, int target) {
    Held held = get(variable);
    if (held != null && held.sort == Sort.DATAGRAMS) {
      choosePeer(held, get(target));
      return;
    }
    if (held == null || !hasName(held) && held.sort != Sort.TCP) {
      skipped();
      return;
    }
    int own = hasName(held) ? address.get().getPort() : 0;
    boolean isThere = get(target) != null && get(target).sort == Sort.TCP && hasName(get(target));
    if (target == variable || !isThere || address.get().getPort() == own) {
      skipped();
      return;
    }
    int answer = kernel.connect(held.fd, address.memory(), address.length());
    say("connect", answer);
    held.hasPast = true;
    Held door = get(target);
    if (answer == -Errno.EINPROGRESS && door.listens && door.waiting.size() <= door.backlog) {
      door.waiting.add(held);
    }
  }

  /** Of several with the same port and peer, each kernel may mean another. */
  private void choosePeer(Held held, Held peer) {
    if (held.sharesPort || !isLike(held, peer) || !hasName(peer)) {
      skipped();
    } else {
      say("connect", kernel.connect(held.fd, address.memory(), address.length()));
      held.hasPast = true;
    }
  }

  /** Sends a datagram to where {@code target} is, or, if that is nowhere, to the peer. */
  void sendTo(int variable, int target, int count) {
    Held held = get(variable);
    if (held == null || held.sort != Sort.DATAGRAMS || count > MOST_IN_DATAGRAM) {
      skipped();
      return;
    }
    boolean named = isLike(held, get(target)) && hasName(get(target));
    for (int i = 0; i < count; i++) {
      scratch.bytes().put(i, nextByte++);
    }
    Memory to = named ? address.memory() : null;
    int length = named ? address.length() : 0;
    say("sendto", kernel.sendto(held.fd, scratch, 0, count, 0, to, length));
  }

  void receiveFrom(int variable, int count) {
    Held held = get(variable);
    if (held != null && held.sort != Sort.DATAGRAMS) {
      skipped();
      return;
    }
    address.clear();
    Memory length = address.lengthMemory();
    int answer = kernel.recvfrom(fd(variable), scratch, 0, count, 0, address.memory(), length);
    say("recvfrom", answer);
    if (answer >= 0) {
      said.append(Integer.toHexString(hash(answer))).append(' ');
      sayAddress(address);
    }
  }

  void accept(int listener, int variable, int closed) {
    Held door = get(listener);
    address.clear();
    int flags = SOCK_NONBLOCK | closed * Linux.SOCK_CLOEXEC;
    int answer = kernel.accept4(fd(listener), address.memory(), address.lengthMemory(), flags);
    int family = door == null ? 0 : door.family;
    Held held = keep(variable, "accept4", answer, Sort.TCP, family);
    if (held != null) {
      sayAddress(address);
      held.hasPast = true;
      held.peer = door.waiting.poll();
      if (held.peer != null) {
        held.peer.peer = held;
      }
    }
  }

  void shutdown(int variable, int how) {
    Held held = get(variable);
    if (held != null && mayNotEnd(held, how)) {
      skipped();
      return;
    }
    int answer = kernel.shutdown(fd(variable), how);
    say("shutdown", answer);
    if (held != null && answer == 0 && how != Linux.SHUT_WR) {
      held.hasPast = true;
      held.listens = false;
      held.waiting.clear();
    }
    settle(held == null ? null : held.peer);
  }

  /** Ends that become visible by a timer of the real kernel. */
  private static boolean mayNotEnd(Held held, int how) {
    boolean full = held.peer != null && held.peer.filled > 0;
    boolean asksForProbes = full && how != Linux.SHUT_WR;
    boolean isConfirmedLater = held.sort == Sort.TCP && how != Linux.SHUT_RD;
    if (asksForProbes || isConfirmedLater && held.isEdgeWatched) {
      return true;
    }
    held.isEnding |= isConfirmedLater;
    held.hasStopped |= how != Linux.SHUT_WR;
    return false;
  }

  void linger(int variable, int on) {
    small.putInt(0, on);
    small.putInt(4, 0);
    say("setsockopt", kernel.setsockopt(fd(variable), SOL_SOCKET, Linux.SO_LINGER, small, 8));
  }

  void set(int variable, int option, int value) {
    int[] choice = OPTIONS[option % OPTIONS.length];
    boolean slow = choice[1] == Linux.TCP_NODELAY && value == 0;
    if (slow || choice[1] == Linux.SO_LINGER) {
      skipped();
    } else {
      setInt(fd(variable), choice[0], choice[1], value);
    }
  }

  private void setInt(int fd, int level, int option, int value) {
    small.putInt(0, value);
    say("setsockopt", kernel.setsockopt(fd, level, option, small, 4));
  }

  void get(int variable, int option) {
    int[] choice = OPTIONS[option % OPTIONS.length];
    length.putInt(0, 8);
    small.putLong(0, 0);
    say("getsockopt", kernel.getsockopt(fd(variable), choice[0], choice[1], small, length));
    said.append(length.getInt(0)).append(' ').append(small.getLong(0));
  }

  void name(int variable) {
    address.clear();
    int answer = kernel.getsockname(fd(variable), address.memory(), address.lengthMemory());
    say("getsockname", answer);
    if (answer == 0) {
      sayAddress(address);
    }
  }

  void peer(int variable) {
    address.clear();
    int answer = kernel.getpeername(fd(variable), address.memory(), address.lengthMemory());
    say("getpeername", answer);
    if (answer == 0) {
      sayAddress(address);
    }
  }

  // Bytes.

  void close(int variable) {
    Held held = get(variable);
    say("close", kernel.close(fd(variable)));
    if (held != null) {
      held.open = false;
      held.listens = false;
      held.waiting.clear();
      settle(held.peer);
    }
  }

  void read(int variable, int count) {
    Held held = get(variable);
    if (held != null && held.peer != null && held.peer.filled > 0) {
      skipped();
      return;
    }
    int size = Math.min(count, SCRATCH);
    int answer = kernel.read(fd(variable), scratch, 0, size);
    say("read", answer);
    if (answer > 0) {
      said.append(Integer.toHexString(hash(answer)));
    }
    if (held != null && answer > 0) {
      held.received(answer);
      settle(held.peer);
    }
  }

  private int hash(int count) {
    int hash = 1;
    for (int i = 0; i < count; i++) {
      hash = 31 * hash + scratch.bytes().get(i);
    }
    return hash;
  }

  void write(int variable, int count) {
    Held held = get(variable);
    boolean isOdd = count > Long.BYTES && held != null && held.sort == Sort.COUNTER;
    isOdd |= count > MOST_IN_DATAGRAM && held != null && held.sort == Sort.DATAGRAMS;
    if (isOdd || isTooMuch(held, count)) {
      skipped();
      return;
    }
    for (int i = 0; i < count; i++) {
      scratch.bytes().put(i, nextByte++);
    }
    int answer = kernel.write(fd(variable), scratch, 0, count);
    say("write", answer);
    if (answer > 0 && held.isStream()) {
      held.sent(answer);
      settle(held.peer);
    }
  }

  private static boolean isTooMuch(Held held, int count) {
    return held != null
        && held.isStream()
        && (held.writes >= MOST_WRITES || held.unread + count > MOST_UNREAD);
  }

  /** Adds to a counter: a small number, or one near the top. */
  void add(int variable, int value) {
    scratch.putLong(0, value);
    if (get(variable) != null && get(variable).sort == Sort.COUNTER) {
      say("write", kernel.write(fd(variable), scratch, 0, 8));
    } else {
      skipped();
    }
  }

  void sendfile(int out, int in, int count) {
    Held held = get(out);
    boolean known = get(in) != null && (held == null || held.isStream());
    known &= count > 0 && (held == null || held.open);
    if (!known || isTooMuch(held, count)) {
      skipped();
      return;
    }
    small.putLong(0, count % 5);
    int answer = kernel.sendfile(fd(out), fd(in), count % 3 == 0 ? null : small, count);
    say("sendfile", answer);
    said.append(small.getLong(0));
    if (answer > 0 && held != null) {
      held.sent(answer);
      settle(held.peer);
    }
  }

  // Full buffers. How many bytes they hold is each kernel's own affair; what follows is not.

  /** Writes until nothing more fits. */
  void fill(int variable) {
    Held held = get(variable);
    boolean able = held != null && held.open && held.isStream() && held.peer != null;
    able &= held != null && (held.sort == Sort.UNIX || held.isNarrow);
    if (!able || held.unread > 0 || !held.peer.open || held.peer.hasStopped) {
      skipped();
      return;
    }
    int answer = writeChunk(held);
    while (answer > 0) {
      held.sent(answer);
      answer = writeChunk(held);
    }
    held.filled = held.unread;
    ordered = false;
    said.append(held.filled > 0 ? "filled " : "nothing fits ");
    say("write", answer);
  }

  private int writeChunk(Held held) {
    int answer = kernel.write(held.fd, scratch, 0, CHUNK);
    if (answer == -Errno.EAGAIN) {
      settle(held.peer);
      answer = kernel.write(held.fd, scratch, 0, CHUNK);
    }
    return answer;
  }

  /** Reads so many hundredths of what was filled in from the other side. */
  void drink(int variable, int percent) {
    Held held = get(variable);
    boolean able = held != null && held.open && held.peer != null && held.peer.filled > 0;
    if (!able) {
      skipped();
      return;
    }
    int share = held.sort == Sort.TCP && percent < 100 ? Math.min(percent, MOST_OF_TCP) : percent;
    long wanted = held.peer.unread - held.peer.filled * (100L - share) / 100;
    int answer = 1;
    while (wanted > 0 && answer > 0) {
      answer = kernel.read(held.fd, scratch, 0, (int) Math.min(wanted, SCRATCH));
      wanted -= Math.max(answer, 0);
      held.received(Math.max(answer, 0));
      settle(held.peer);
      answer = answer == -Errno.EAGAIN ? retry(held) : answer;
    }
    said.append(wanted <= 0 ? "drunk " : "not enough ");
    say("read", Math.min(answer, 1));
  }

  private int retry(Held held) {
    settle(held);
    int answer = kernel.read(held.fd, scratch, 0, 1);
    held.received(Math.max(answer, 0));
    return answer;
  }

  // The rest.

  void flags(int variable, int what) {
    int fd = fd(variable);
    switch (what % 4) {
      case 0 -> say("F_GETFD", kernel.fcntl(fd, Linux.F_GETFD, 0));
      case 1 -> say("F_SETFD", kernel.fcntl(fd, Linux.F_SETFD, what / 4 % 2));
      case 2 -> say("F_GETFL", kernel.fcntl(fd, Linux.F_GETFL, 0));
      default -> say("F_SETFL", kernel.fcntl(fd, Linux.F_SETFL, Linux.O_NONBLOCK));
    }
  }

  void stat(int variable) {
    Held held = get(variable);
    if (held == null || held.sort != Sort.FILE) {
      skipped();
      return;
    }
    Memory empty = Memory.ofCString("");
    int mask = Linux.STATX_BASIC_STATS;
    int answer = kernel.statx(held.fd, empty, Linux.AT_EMPTY_PATH, mask, small);
    say("statx", answer);
    if (answer == 0) {
      Statx facts = Statx.of(small);
      said.append(facts.isDirectory() ? "directory" : "file " + facts.size());
    }
  }

  /** The operation is in the two lowest bits of {@code choice}, the interest above them. */
  void control(int epoll, int variable, int choice) {
    Held held = get(variable);
    int interest = 0;
    for (int i = 0; i < INTERESTS.length; i++) {
      interest |= (choice >> 2 + i & 1) * INTERESTS[i];
    }
    boolean isEdge = (interest & Linux.EPOLLET) != 0;
    Held list = get(epoll);
    boolean isDisputed = list != null && held != null && list.nestsTooDeepFromAbove(held);
    if (held != null && isEdge && held.isEnding || isDisputed) {
      skipped();
      return;
    }
    if (held != null) {
      held.isEdgeWatched |= isEdge;
    }
    EpollEvent.put(small, 0, interest, variable);
    int answer = kernel.epoll_ctl(fd(epoll), 1 + (choice & 3), fd(variable), small);
    say("epoll_ctl", answer);
    if (answer == 0 && held.sort == Sort.EPOLL) {
      list.inner.add(held);
      held.outer.add(list);
    }
  }

  void await(int epoll, int room) {
    int places = ordered ? room : VARIABLES;
    int answer = kernel.epoll_wait(fd(epoll), scratch, places, 0);
    say("epoll_wait", answer);
    String[] events = new String[Math.max(answer, 0)];
    for (int i = 0; i < answer; i++) {
      int bits = EpollEvent.events(scratch, i);
      events[i] = EpollEvent.data(scratch, i) + ":" + Calls.bits(bits) + ' ';
    }
    if (!ordered) {
      Arrays.sort(events);
    }
    for (String event : events) {
      said.append(event);
    }
  }

  /** The next operation finds room for only so many more descriptors. */
  void fullTable(int room) {
    fullFor = room;
  }
}
