package manor.exercises;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/**
 * A kernel that does what another does, but looks first whether a read or a write stays within the
 * memory that it was given. If not, it says so in words: Linux would read what lies behind.
 *
 * <p>Threads: as the kernel inside.
 */
final class MemoryGuard implements InvocationHandler {
  private final Kernel inside;

  private MemoryGuard(Kernel inside) {
    this.inside = inside;
  }

  static Kernel before(Kernel inside) {
    return (Kernel)
        Proxy.newProxyInstance(
            Kernel.class.getClassLoader(), new Class<?>[] {Kernel.class}, new MemoryGuard(inside));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    String call = method.getName();
    if (call.equals("read") || call.equals("write")) {
      look(call, (Memory) arguments[1], (int) arguments[2], (int) arguments[3]);
    }
    try {
      return method.invoke(inside, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static void look(String call, Memory memory, int offset, int length) {
    if (offset >= 0 && length >= 0 && (long) offset + length <= memory.size()) {
      return;
    }
    String given = call + " was given " + length + " bytes from byte " + offset + " on";
    throw Expect.mistake(
        offset < 0 || length < 0
            ? given
                + ".\nThere is no place and no length below 0. Was an answer like WOULD_BLOCK (-11)"
                + " taken for\na count of bytes, or more counted than there was?"
            : given
                + ", and its memory has "
                + memory.size()
                + " in all.\nThe length is that of what is left there, "
                + Math.max(0, memory.size() - offset)
                + " bytes: as the offset goes on, it gets shorter.");
  }
}
