package manor.exercises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import manor.epoll.Interest;
import manor.io.Driver;
import manor.io.Registration;
import manor.io.SignalSource;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.EpollEvent;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.task.Ledger;

/**
 * The driver of chapter 5, over a kernel whose news the test makes up: who is ready, for what, and
 * which events come in one list.
 *
 * <p>Threads: one at a time.
 */
public final class ScriptedSteward implements AutoCloseable {
  private static final Map<Integer, String> NAMES = new TreeMap<>();

  static {
    NAMES.put(Linux.EPOLLIN, "EPOLLIN");
    NAMES.put(Linux.EPOLLOUT, "EPOLLOUT");
    NAMES.put(Linux.EPOLLERR, "EPOLLERR");
    NAMES.put(Linux.EPOLLHUP, "EPOLLHUP");
    NAMES.put(Linux.EPOLLRDHUP, "EPOLLRDHUP");
  }

  private record News(long token, int bits) {}

  private final SimulatedKernel simulated = new SimulatedKernel(new World());
  private final Map<Integer, Long> tokensOfFds = new HashMap<>();
  private final Map<Registration, Long> tokens = new HashMap<>();
  private final Map<Registration, Fd> fds = new HashMap<>();
  private final List<News> news = new ArrayList<>();
  private final Driver driver;

  /** A steward that knows nobody yet. */
  public ScriptedSteward(Ledger ledger) {
    SignalSource none = (kind, arrived) -> () -> {};
    try {
      driver = Driver.open(kernel(), new World().clock(), ledger, none);
    } catch (ErrnoException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** A steward whose steps nobody writes down. */
  public ScriptedSteward() {
    this(Ledger.NONE);
  }

  private Kernel kernel() {
    return (Kernel)
        Proxy.newProxyInstance(
            Kernel.class.getClassLoader(),
            new Class<?>[] {Kernel.class},
            (proxy, method, arguments) -> answer(method, arguments));
  }

  private Object answer(Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("epoll_wait")) {
      return tellAll((Memory) arguments[1]);
    }
    if (method.getName().equals("epoll_ctl") && (int) arguments[1] == Linux.EPOLL_CTL_ADD) {
      tokensOfFds.put((int) arguments[2], EpollEvent.data((Memory) arguments[3], 0));
    }
    try {
      return method.invoke(simulated, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private int tellAll(Memory events) {
    int count = news.size();
    for (int i = 0; i < count; i++) {
      EpollEvent.put(events, i, news.get(i).bits, news.get(i).token);
    }
    news.clear();
    return count;
  }

  /** A descriptor that the driver knows from now on. */
  public Registration register(Interest interest) {
    Fd fd = new Fd(simulated, simulated.eventfd(0, Linux.EFD_NONBLOCK));
    try {
      Registration registration = driver.handle().register(fd, interest);
      tokens.put(registration, tokensOfFds.get(fd.number()));
      fds.put(registration, fd);
      return registration;
    } catch (ErrnoException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Strikes it from the driver's book, and closes it: the next may get its number. */
  public void deregister(Registration registration) {
    try {
      registration.deregister();
      fds.get(registration).close();
    } catch (ErrnoException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** The token that the driver gave to the kernel for it. */
  public long token(Registration registration) {
    return tokens.get(registration);
  }

  /** How many descriptors the driver has in its book. */
  public int registrations() {
    return driver.handle().registrations();
  }

  /** Puts an event into the list that the next wait hands over. */
  public ScriptedSteward hears(Registration registration, int bits) {
    return hears(token(registration), bits);
  }

  /** The same, by token. */
  public ScriptedSteward hears(long token, int bits) {
    news.add(new News(token, bits));
    return this;
  }

  /** One turn of the driver. */
  public void turn() {
    try {
      driver.turn(driver.handle(), 0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Readiness as the man pages name it. */
  public static String names(int bits) {
    StringJoiner names = new StringJoiner("|").setEmptyValue("nothing");
    NAMES.forEach(
        (bit, name) -> {
          if ((bits & bit) != 0) {
            names.add(name);
          }
        });
    return names.toString();
  }

  @Override
  public void close() {
    driver.close();
  }
}
