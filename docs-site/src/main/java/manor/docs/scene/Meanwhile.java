package manor.docs.scene;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Queue;
import manor.syscall.Kernel;

/**
 * What happens outside while a program waits: before each of its waits that would last, the next
 * thing in the queue happens, on the same thread, and one more whenever nothing has come of it for
 * a while. So a run with friends and guests in it goes the same way every time, on any kernel.
 *
 * <p>A wait without end, with nothing left to happen, would never return: it throws {@link
 * NothingComes} instead.
 *
 * <p>Threads: one.
 */
public final class Meanwhile {
  /** Something that happens outside. */
  @FunctionalInterface
  public interface Happening {
    void happen() throws Exception;
  }

  /** The program sleeps for ever. */
  public static final class NothingComes extends RuntimeException {
    private static final long serialVersionUID = 1;

    NothingComes() {
      super("a wait without end, and nothing more will happen");
    }
  }

  private static final int TIMEOUT = 3;
  private static final int FOR_EVER = -1;

  /** In milliseconds: who has not come by then will not come at all. */
  private static final int LONG = 1_000;

  private final Queue<Happening> happenings = new ArrayDeque<>();
  private Runnable end = () -> {};
  private final Kernel kernel;

  /** Nothing happens yet. */
  public Meanwhile(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Adds what happens at the next wait that has nothing yet. */
  public Meanwhile then(Happening happening) {
    happenings.add(happening);
    return this;
  }

  /** What is done when a wait without end has begun and nothing is left. */
  public Meanwhile atTheEnd(Runnable done) {
    end = done;
    return this;
  }

  /** The kernel on which it happens. */
  public Kernel kernel() {
    return (Kernel)
        Proxy.newProxyInstance(
            Kernel.class.getClassLoader(),
            new Class<?>[] {Kernel.class},
            (proxy, method, arguments) -> call(method, arguments));
  }

  private Object call(Method method, Object[] arguments) throws Exception {
    boolean mayLast = method.getName().equals("epoll_wait") && (int) arguments[TIMEOUT] != 0;
    return mayLast ? wait(method, arguments) : answer(method, arguments);
  }

  private Object wait(Method method, Object[] arguments) throws Exception {
    Object[] look = arguments.clone();
    look[TIMEOUT] = 0;
    Object told = answer(method, look);
    boolean forEver = (int) arguments[TIMEOUT] == FOR_EVER;
    look[TIMEOUT] = forEver ? LONG : arguments[TIMEOUT];
    for (boolean again = true; again && (int) told == 0; again = forEver && !happenings.isEmpty()) {
      if (!happenings.isEmpty()) {
        happenings.remove().happen();
      }
      told = answer(method, look);
    }
    if ((int) told == 0 && forEver) {
      end.run();
      throw new NothingComes();
    }
    return told;
  }

  private Object answer(Method method, Object[] arguments) throws ReflectiveOperationException {
    try {
      return method.invoke(kernel, arguments);
    } catch (InvocationTargetException thrown) {
      throw new IllegalStateException(method.getName(), thrown.getCause());
    }
  }
}
