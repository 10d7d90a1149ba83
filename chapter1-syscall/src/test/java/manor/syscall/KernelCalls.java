package manor.syscall;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Makes every call of {@link Kernel} by reflection, so that no test of all of them forgets one. */
final class KernelCalls {
  /** What every int at the start of a test's memory holds: an address's length, for one. */
  static final int LENGTH = 16;

  private KernelCalls() {}

  static List<Method> all() {
    return Arrays.stream(Kernel.class.getMethods())
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  static Method named(String name) {
    return all().stream().filter(method -> method.getName().equals(name)).findFirst().orElseThrow();
  }

  /** Arguments that are all different, every memory large enough for any call. */
  static Object[] arguments(Method call) {
    Class<?>[] types = call.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = types[i] == Memory.class ? memory() : (Object) (i + 3);
    }
    return arguments;
  }

  private static Memory memory() {
    Memory memory = Memory.allocate(4096);
    memory.putInt(0, LENGTH);
    return memory;
  }

  static int make(Kernel kernel, Method call) {
    return make(kernel, call, arguments(call));
  }

  static int make(Kernel kernel, Method call, Object[] arguments) {
    try {
      return (int) call.invoke(kernel, arguments);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(thrown);
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
