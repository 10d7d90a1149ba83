package manor.docs.scene;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.TreeMap;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/**
 * A kernel that gives its descriptors the numbers a small program would get: 3, 4, 5, and a freed
 * number goes to the next who asks. Behind it is the real kernel with its real numbers, which
 * depend on what the Java machine holds open; so two recordings of one run can be compared.
 *
 * <p>It knows a descriptor by its parameter's name in {@link Kernel}: {@code fd}, or ending in
 * {@code Fd}. Threads: any, one call at a time, but for a wait.
 */
public final class SteadyKernel {
  private static final int FIRST = 3;
  private static final Set<String> MAKERS =
      Set.of("openat", "socket", "accept4", "epoll_create1", "eventfd");

  private final Kernel kernel;
  private final TreeMap<Integer, Integer> real = new TreeMap<>();

  private SteadyKernel(Kernel kernel) {
    this.kernel = kernel;
  }

  /** A kernel with steady numbers in front of another. */
  public static Kernel over(Kernel kernel) {
    SteadyKernel steady = new SteadyKernel(kernel);
    return (Kernel)
        Proxy.newProxyInstance(
            Kernel.class.getClassLoader(),
            new Class<?>[] {Kernel.class},
            (proxy, method, arguments) -> steady.call(method, arguments));
  }

  private Object call(Method method, Object[] arguments) throws ReflectiveOperationException {
    Object[] translated = arguments.clone();
    Parameter[] parameters = method.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i].getName().matches("fd|\\w+Fd")) {
        translated[i] = realOf((int) arguments[i]);
      }
    }
    int answer = answer(method, translated);
    return answer < 0 ? answer : given(method, arguments, answer);
  }

  private int answer(Method method, Object[] arguments) throws ReflectiveOperationException {
    try {
      return (int) method.invoke(kernel, arguments);
    } catch (InvocationTargetException thrown) {
      throw new IllegalStateException(method.getName(), thrown.getCause());
    }
  }

  private synchronized int given(Method method, Object[] arguments, int answer) {
    switch (method.getName()) {
      case "close" -> real.remove((int) arguments[0]);
      case "socketpair" -> rename((Memory) arguments[3]);
      case "pipe2" -> rename((Memory) arguments[0]);
      default -> {
        return MAKERS.contains(method.getName()) ? steady(answer) : answer;
      }
    }
    return answer;
  }

  private void rename(Memory pair) {
    pair.putInt(0, steady(pair.getInt(0)));
    pair.putInt(Integer.BYTES, steady(pair.getInt(Integer.BYTES)));
  }

  private int steady(int number) {
    int lowest = FIRST;
    while (real.containsKey(lowest)) {
      lowest++;
    }
    real.put(lowest, number);
    return lowest;
  }

  /** A number that stands for nothing open is nobody's to the real kernel too. */
  private synchronized int realOf(int steady) {
    return steady < 0 ? steady : real.getOrDefault(steady, -1);
  }
}
