package manor.simulator;

/**
 * One step of a random sequence: what is done, and up to three numbers that say with what. Numbers
 * of descriptors are numbers of variables: {@code 3} is whatever descriptor variable 3 holds.
 */
record Operation(Kind kind, int a, int b, int c) {
  /** What can be done. Each does it at a {@link Workbench} and writes down what came of it. */
  enum Kind {
    COUNTER(Workbench::counter),
    PIPE(Workbench::pipe),
    PAIR(Workbench::pair),
    EPOLL((w, a, b, c) -> w.epoll(a, b)),
    SOCKET(Workbench::socket),
    LISTENER(Workbench::listener),
    CONNECTION(Workbench::connection),
    NARROW(Workbench::narrow),
    DATAGRAMS(Workbench::datagrams),
    OPEN(Workbench::open),
    BIND(Workbench::bind),
    LISTEN((w, a, b, c) -> w.listen(a, b)),
    CONNECT((w, a, b, c) -> w.connect(a, b)),
    ACCEPT(Workbench::accept),
    CLOSE((w, a, b, c) -> w.close(a)),
    READ((w, a, b, c) -> w.read(a, b)),
    WRITE((w, a, b, c) -> w.write(a, b)),
    SEND_TO(Workbench::sendTo),
    RECEIVE_FROM((w, a, b, c) -> w.receiveFrom(a, b)),
    ADD((w, a, b, c) -> w.add(a, b)),
    SENDFILE(Workbench::sendfile),
    SHUTDOWN((w, a, b, c) -> w.shutdown(a, b)),
    LINGER((w, a, b, c) -> w.linger(a, b)),
    SET(Workbench::set),
    GET((w, a, b, c) -> w.get(a, b)),
    NAME((w, a, b, c) -> w.name(a)),
    PEER((w, a, b, c) -> w.peer(a)),
    FLAGS((w, a, b, c) -> w.flags(a, b)),
    STAT((w, a, b, c) -> w.stat(a)),
    CONTROL(Workbench::control),
    WAIT((w, a, b, c) -> w.await(a, b)),
    FILL((w, a, b, c) -> w.fill(a)),
    DRINK((w, a, b, c) -> w.drink(a, b)),
    FULL_TABLE((w, a, b, c) -> w.fullTable(a));

    private final Deed deed;

    Kind(Deed deed) {
      this.deed = deed;
    }
  }

  private interface Deed {
    void at(Workbench bench, int a, int b, int c);
  }

  void at(Workbench bench) {
    kind.deed.at(bench, a, b, c);
  }

  /** As Java source, to be pasted into a test. */
  String source() {
    return "new Operation(Kind." + kind + ", " + a + ", " + b + ", " + c + ")";
  }
}
