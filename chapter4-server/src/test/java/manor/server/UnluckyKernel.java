package manor.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import manor.syscall.Kernel;

/**
 * The kernel, counting its calls and failing those that a test names: the n-th from now on, or the
 * next few. A failing call does not reach the kernel, but for close(2), which frees the number
 * whatever it answers. Threads: any.
 */
final class UnluckyKernel implements InvocationHandler {
  private record Misfortune(int from, int until, int errno) {}

  private final Kernel kernel;
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final Map<String, Misfortune> misfortunes = new ConcurrentHashMap<>();
  private volatile int longestWait = -1;
  private volatile int lastWait;

  UnluckyKernel(Kernel kernel) {
    this.kernel = kernel;
  }

  Kernel kernel() {
    return (Kernel)
        Proxy.newProxyInstance(Kernel.class.getClassLoader(), new Class<?>[] {Kernel.class}, this);
  }

  /** From now on a wait that would be longer ends after so many milliseconds with nobody ready. */
  void neverWaitsLongerThan(int millis) {
    longestWait = millis;
  }

  /** How many milliseconds the last wait would have lasted; -1 for ever. */
  int lastWait() {
    return lastWait;
  }

  /** Fails one call: the n-th from now, 1 being the next. */
  void failTheNth(String call, int n, int errno) {
    int from = calls(call) + n;
    misfortunes.put(call, new Misfortune(from, from, errno));
  }

  /** Fails every call of this name from now on, until {@link #relent}. */
  void failEvery(String call, int errno) {
    misfortunes.put(call, new Misfortune(0, Integer.MAX_VALUE, errno));
  }

  void relent(String call) {
    misfortunes.remove(call);
  }

  /** How often it was called so far, failures included. */
  int calls(String call) {
    return counter(call).get();
  }

  private AtomicInteger counter(String call) {
    return calls.computeIfAbsent(call, name -> new AtomicInteger());
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    String call = nameOf(method, arguments);
    int number = counter(call).incrementAndGet();
    Misfortune misfortune = misfortunes.get(call);
    boolean fails = misfortune != null && number >= misfortune.from && number <= misfortune.until;
    if (fails && !call.equals("close")) {
      return -misfortune.errno;
    }
    if (call.equals("epoll_wait")) {
      shorten(arguments);
    }
    int answer = call(method, arguments);
    if (call.equals("close") && answer != 0) {
      counter("close that failed").incrementAndGet();
    }
    return fails ? -misfortune.errno : answer;
  }

  private void shorten(Object[] arguments) {
    lastWait = (int) arguments[3];
    if (Integer.compareUnsigned(lastWait, longestWait) > 0) {
      arguments[3] = longestWait;
    }
  }

  private int call(Method method, Object[] arguments) throws Throwable {
    try {
      return (int) method.invoke(kernel, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  /** As the man pages have it, but the three operations of epoll_ctl(2) are told apart. */
  private static String nameOf(Method method, Object[] arguments) {
    return method.getName().equals("epoll_ctl")
        ? "epoll_ctl " + new String[] {"", "ADD", "DEL", "MOD"}[(int) arguments[1]]
        : method.getName();
  }
}
