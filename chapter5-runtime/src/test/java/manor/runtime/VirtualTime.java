package manor.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import manor.epoll.Clock;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/** A clock that moves on exactly when everyone sleeps, and a kernel that never sleeps itself. */
public final class VirtualTime implements Clock {
  private long now;

  @Override
  public long nanos() {
    return now;
  }

  /** {@code kernel}, but a wait that finds nothing ends at once, and then its time has passed. */
  public Kernel over(Kernel kernel) {
    return (Kernel)
        Proxy.newProxyInstance(
            Kernel.class.getClassLoader(),
            new Class<?>[] {Kernel.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("epoll_wait")) {
                return epollWait(
                    kernel,
                    (int) arguments[0],
                    (Memory) arguments[1],
                    (int) arguments[2],
                    (int) arguments[3]);
              }
              try {
                return method.invoke(kernel, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  private int epollWait(Kernel kernel, int fd, Memory events, int max, int timeoutMillis) {
    int found = kernel.epoll_wait(fd, events, max, timeoutMillis < 0 ? -1 : 0);
    if (found == 0) {
      now += TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    }
    return found;
  }
}
