package manor.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import manor.simulator.Held.Sort;
import manor.simulator.Operation.Kind;
import manor.syscall.Linux;

/**
 * Makes up sequences of operations. Descriptors come early and are used much; most uses fit what
 * the descriptor probably is, and some do not, since errors are answers too.
 */
final class Generator {
  private static final int SHORTEST = 15;
  private static final int LONGEST = 90;
  private static final int[] INITIALS = {0, 0, 0, 1, 3, -1};
  private static final int[] ADDED = {0, 1, 1, 2, 5, -1, -2, -3, 1_000_000};
  private static final int[] LENGTHS = {0, 1, 1, 2, 3, 7, 8, 10, 64, 100, 600, 1000, 4096};
  private static final int[] PIPE_LENGTHS = {
    1, 100, 4000, 4095, 4096, 4097, 8192, 9000, 65535, 65536
  };
  private static final int[] PERCENTS = {1, 1, 10, 10, 30, 60, 90, 100, 100};
  private static final Kind[] ANYTHING = {
    Kind.LISTENER,
    Kind.CONNECTION,
    Kind.CONNECTION,
    Kind.CONNECTION,
    Kind.SOCKET,
    Kind.PAIR,
    Kind.PIPE,
    Kind.COUNTER,
    Kind.DATAGRAMS,
    Kind.OPEN
  };
  private static final int IN = 1;
  private static final int OUT = 2;
  private static final int EDGE = 8;

  private final SplittableRandom random;
  private final List<Operation> operations = new ArrayList<>();
  private final Sort[] sorts = new Sort[Workbench.VARIABLES];
  private final boolean[] listens = new boolean[Workbench.VARIABLES];
  private final Flavour flavour;

  /** What a sequence is mostly about; some faults show only where much of the same happens. */
  private enum Flavour {
    /** Buffers that are full. */
    FULLNESS,
    /** Pipes that are full. */
    PIPES,
    /** Everything that needs no network. */
    LOCAL,
    /** More clients than a listener has room for. */
    CROWD,
    /** Options, names and flags. */
    OPTIONS,
    /** Datagrams. */
    LETTERS,
    /** Connections. */
    NETWORK
  }

  private static final Flavour[] FLAVOURS = {
    Flavour.FULLNESS,
    Flavour.FULLNESS,
    Flavour.PIPES,
    Flavour.LOCAL,
    Flavour.LOCAL,
    Flavour.LOCAL,
    Flavour.CROWD,
    Flavour.OPTIONS,
    Flavour.LETTERS,
    Flavour.LETTERS,
    Flavour.NETWORK,
    Flavour.NETWORK,
    Flavour.NETWORK,
    Flavour.NETWORK,
    Flavour.NETWORK,
    Flavour.NETWORK
  };

  private Generator(long seed) {
    random = new SplittableRandom(seed);
    flavour = FLAVOURS[random.nextInt(FLAVOURS.length)];
  }

  /** The sequence of this seed. */
  static List<Operation> sequence(long seed) {
    Generator generator = new Generator(seed);
    generator.beginning();
    int length = generator.random.nextInt(SHORTEST, LONGEST);
    while (generator.operations.size() < length) {
      generator.one();
    }
    return generator.operations;
  }

  private void beginning() {
    java.util.Arrays.fill(sorts, Sort.NOTHING);
    make(Kind.EPOLL);
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      make();
    }
  }

  private void one() {
    int dice = random.nextInt(100);
    if (flavour == Flavour.OPTIONS && dice % 2 == 0) {
      odd();
    } else if (dice < 12) {
      make();
    } else if (dice < 34) {
      watch();
    } else if (dice < 54) {
      add(Kind.WAIT, like(Sort.EPOLL), pick(1, 1, 2, 3, 8, 16), 0);
    } else if (dice < 86) {
      move();
    } else {
      odd();
    }
  }

  // Making descriptors.

  private void make() {
    make(
        switch (flavour) {
          case FULLNESS -> pick(Kind.PAIR, Kind.NARROW, Kind.NARROW, Kind.EPOLL);
          case PIPES -> pick(Kind.PIPE, Kind.PIPE, Kind.PIPE, Kind.EPOLL);
          case LOCAL -> pick(Kind.COUNTER, Kind.PIPE, Kind.PAIR, Kind.EPOLL, Kind.OPEN);
          case LETTERS -> pick(Kind.DATAGRAMS, Kind.DATAGRAMS, Kind.DATAGRAMS, Kind.EPOLL);
          case CROWD -> pick(Kind.SOCKET, Kind.SOCKET, Kind.SOCKET, Kind.LISTENER);
          default -> pick(ANYTHING);
        });
  }

  private void make(Kind kind) {
    int a = fresh();
    int b = fresh();
    switch (kind) {
      case COUNTER -> {
        add(kind, a, pick(INITIALS), random.nextInt(4));
        sorts[a] = Sort.COUNTER;
      }
      case PIPE -> pair(kind, a, b, Sort.READER, Sort.WRITER);
      case PAIR -> pair(kind, a, b, Sort.UNIX, Sort.UNIX);
      case NARROW -> pair(kind, a, b, Sort.TCP, Sort.TCP);
      case EPOLL -> {
        add(kind, a, random.nextInt(2), 0);
        sorts[a] = Sort.EPOLL;
      }
      case DATAGRAMS -> {
        add(kind, a, family(), random.nextInt(4));
        sorts[a] = Sort.DATAGRAMS;
        listens[a] = false;
      }
      case OPEN -> {
        add(kind, a, random.nextInt(14), random.nextInt(2));
        sorts[a] = Sort.FILE;
      }
      case CONNECTION -> connection(a, b);
      default -> {
        int backlog = flavour == Flavour.CROWD ? random.nextInt(2) : random.nextInt(4);
        add(kind, a, family(), kind == Kind.SOCKET ? random.nextInt(2) : backlog);
        sorts[a] = Sort.TCP;
        listens[a] = kind == Kind.LISTENER;
      }
    }
  }

  private void pair(Kind kind, int a, int b, Sort one, Sort other) {
    if (a != b) {
      add(kind, a, b, family() | random.nextInt(2) * Workbench.CLOSE_ON_EXEC);
      sorts[a] = one;
      sorts[b] = other;
      listens[a] = false;
      listens[b] = false;
    }
  }

  private void connection(int a, int b) {
    int listener = listener();
    if (listener < 0) {
      make(Kind.LISTENER);
    } else if (a != b && a != listener && b != listener) {
      operations.add(new Operation(Kind.CONNECTION, listener, a, b));
      sorts[a] = Sort.TCP;
      sorts[b] = Sort.TCP;
      listens[a] = false;
      listens[b] = false;
    }
  }

  private int listener() {
    int start = random.nextInt(Workbench.VARIABLES);
    for (int i = 0; i < Workbench.VARIABLES; i++) {
      int variable = (start + i) % Workbench.VARIABLES;
      if (listens[variable]) {
        return variable;
      }
    }
    return -1;
  }

  private int fresh() {
    int variable = choose(sort -> sort == Sort.NOTHING);
    return variable >= 0 ? variable : any();
  }

  // Watching them.

  private void watch() {
    int epoll = like(Sort.EPOLL);
    int target = random.nextInt(12) == 0 ? any() : choose(s -> s != Sort.NOTHING && s != Sort.FILE);
    int dice = random.nextInt(20);
    int operation = dice < 11 ? 0 : dice < 13 ? 1 : dice < 19 ? 2 : random.nextInt(4);
    int interest =
        pick(IN, IN, OUT, IN | OUT, IN | EDGE, OUT | EDGE, IN | OUT | EDGE, random.nextInt(64));
    if (random.nextInt(3) == 0) {
      interest |= pick(4, 8, 16, 4 | 8, 64);
    }
    add(Kind.CONTROL, epoll, Math.max(target, 0), operation | interest << 2);
  }

  // Moving bytes.

  private void move() {
    int variable = choose(s -> s != Sort.NOTHING && s != Sort.EPOLL);
    if (variable < 0) {
      make();
      return;
    }
    boolean in = random.nextBoolean();
    if (flavour == Flavour.FULLNESS && random.nextInt(3) > 0) {
      fullness(variable);
    } else if (flavour == Flavour.CROWD && sorts[variable] == Sort.TCP && !listens[variable]) {
      add(Kind.CONNECT, variable, connectTarget(), 0);
    } else if (sorts[variable] == Sort.COUNTER && !in) {
      add(Kind.ADD, variable, pick(ADDED), 0);
    } else if (sorts[variable] == Sort.READER || sorts[variable] == Sort.WRITER) {
      boolean wrongWay = random.nextInt(20) == 0;
      boolean reads = sorts[variable] == Sort.READER != wrongWay;
      boolean few = random.nextInt(3) == 0 || reads && flavour == Flavour.PIPES;
      int length = few ? pick(LENGTHS) : pick(PIPE_LENGTHS);
      add(reads ? Kind.READ : Kind.WRITE, variable, length, 0);
    } else if (listens[variable]) {
      accept(variable);
    } else if (sorts[variable] == Sort.DATAGRAMS && random.nextInt(4) > 0) {
      letter(variable, in);
    } else {
      add(in ? Kind.READ : Kind.WRITE, variable, pick(LENGTHS), 0);
    }
  }

  private void letter(int variable, boolean in) {
    if (random.nextInt(6) == 0) {
      add(Kind.CONNECT, variable, like(Sort.DATAGRAMS), 0);
    } else if (in) {
      add(Kind.RECEIVE_FROM, variable, pick(LENGTHS), 0);
    } else {
      add(Kind.SEND_TO, variable, like(Sort.DATAGRAMS), pick(LENGTHS));
    }
  }

  private void fullness(int variable) {
    boolean fills = random.nextInt(3) == 0;
    add(fills ? Kind.FILL : Kind.DRINK, variable, fills ? 0 : pick(PERCENTS), 0);
  }

  private void accept(int listener) {
    int variable = fresh();
    add(Kind.ACCEPT, listener, variable, random.nextInt(2));
    sorts[variable] = Sort.TCP;
    listens[variable] = false;
  }

  // Everything else.

  private void odd() {
    int socket = choose(s -> s == Sort.TCP || s == Sort.UNIX || s == Sort.DATAGRAMS);
    int variable = socket < 0 || random.nextInt(8) == 0 ? any() : socket;
    int choice =
        switch (flavour) {
          case FULLNESS -> random.nextInt(6);
          case OPTIONS ->
              random.nextInt(4) > 0 ? pick(5, 6, 7, 8, 9, 10, 14, 17) : random.nextInt(19);
          default -> random.nextInt(19);
        };
    switch (choice) {
      case 0, 1 -> close(random.nextInt(3) == 0 ? any() : variable);
      case 2, 3 -> add(Kind.SHUTDOWN, variable, pick(0, 1, 1, 1, 2, 3), 0);
      case 4 -> add(Kind.LINGER, variable, pick(0, 1, 1), 0);
      case 5 -> add(Kind.GET, variable, random.nextInt(7), 0);
      case 6 -> add(Kind.SET, variable, random.nextInt(7), random.nextInt(2));
      case 7 -> add(Kind.NAME, variable, 0, 0);
      case 8 -> add(Kind.PEER, variable, 0, 0);
      case 9 -> add(Kind.BIND, variable, any(), random.nextInt(2));
      case 10 -> add(Kind.LISTEN, variable, random.nextInt(3), 0);
      case 11, 12 -> add(Kind.CONNECT, variable, connectTarget(), 0);
      case 13 -> accept(variable);
      case 14 -> add(Kind.FLAGS, any(), random.nextInt(8), 0);
      case 15 -> add(Kind.STAT, like(Sort.FILE), 0, 0);
      case 16 -> add(Kind.SENDFILE, variable, like(Sort.FILE), random.nextInt(20));
      case 17 -> full();
      default -> add(Kind.WRITE, any(), pick(LENGTHS), 0);
    }
  }

  private int connectTarget() {
    int listener = listener();
    return listener < 0 || random.nextInt(4) == 0 ? any() : listener;
  }

  private void close(int variable) {
    add(Kind.CLOSE, variable, 0, 0);
    if (random.nextInt(4) > 0) {
      sorts[variable] = Sort.NOTHING;
      listens[variable] = false;
    }
  }

  private void full() {
    add(Kind.FULL_TABLE, random.nextInt(2), 0, 0);
    make();
  }

  // Chance.

  private void add(Kind kind, int a, int b, int c) {
    operations.add(new Operation(kind, a, b, c));
  }

  private int any() {
    return random.nextInt(Workbench.VARIABLES);
  }

  private int family() {
    return random.nextInt(4) == 0 ? Linux.AF_INET6 : Linux.AF_INET;
  }

  private int like(Sort sort) {
    int variable = random.nextInt(25) == 0 ? any() : choose(s -> s == sort);
    return Math.max(variable, 0);
  }

  private int choose(Predicate<Sort> wanted) {
    int start = any();
    for (int i = 0; i < Workbench.VARIABLES; i++) {
      int variable = (start + i) % Workbench.VARIABLES;
      if (wanted.test(sorts[variable])) {
        return variable;
      }
    }
    return -1;
  }

  private int pick(int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private Kind pick(Kind... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
