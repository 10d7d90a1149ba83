package manor.explorer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/**
 * A simulated kernel whose every call may be preceded by somebody else's, and which gives the baton
 * away instead of waiting. Time passes only when the director lets it.
 */
final class StageKernel {
  private final World world = new World();
  private final Kernel inside = new SimulatedKernel(world);
  private final Director director;

  StageKernel(Director director) {
    this.director = director;
  }

  long now() {
    return world.clock().nanos();
  }

  Kernel kernel() {
    return (Kernel)
        Proxy.newProxyInstance(
            Kernel.class.getClassLoader(),
            new Class<?>[] {Kernel.class},
            (proxy, method, arguments) -> call(method, arguments));
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    if (Thread.currentThread() instanceof Actor actor) {
      director.called(actor, Places.number(new Place("the kernel", method.getName())));
      if (method.getName().equals("epoll_wait")) {
        return wait(
            actor, (int) arguments[0], (Memory) arguments[1], (int) arguments[2], arguments);
      }
    }
    try {
      return method.invoke(inside, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private int wait(Actor actor, int fd, Memory events, int room, Object[] arguments) {
    int timeout = (int) arguments[3];
    int told = inside.epoll_wait(fd, events, room, 0);
    while (told == 0 && timeout != 0) {
      if (!director.idle(actor, timeout > 0)) {
        return inside.epoll_wait(fd, events, room, timeout);
      }
      told = inside.epoll_wait(fd, events, room, 0);
    }
    return told;
  }
}
