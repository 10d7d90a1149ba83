package manor.io;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Signals through {@code sun.misc.Signal}, the only door the JDK has to them. javac warns of that
 * class at every mention and cannot be told not to, so it is mentioned by name only.
 */
final class JvmSignals implements SignalSource {
  @Override
  public AutoCloseable listen(SignalKind kind, Runnable arrived) throws IOException {
    try {
      Object signal =
          Class.forName("sun.misc.Signal")
              .getConstructor(String.class)
              .newInstance(kind.shortName());
      Object before = handle(signal, handler(arrived));
      return () -> handle(signal, before);
    } catch (ReflectiveOperationException refused) {
      throw new IOException("cannot listen for " + kind, refused);
    }
  }

  private static Object handle(Object signal, Object handler) throws ReflectiveOperationException {
    Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
    Method handle = signal.getClass().getMethod("handle", signal.getClass(), handlerType);
    return handle.invoke(null, signal, handler);
  }

  private static Object handler(Runnable arrived) throws ReflectiveOperationException {
    Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
    InvocationHandler calls =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "handle" -> {
                arrived.run();
                yield null;
              }
              case "equals" -> proxy == arguments[0];
              case "hashCode" -> System.identityHashCode(proxy);
              default -> "the manor's signal handler";
            };
    ClassLoader loader = handlerType.getClassLoader();
    return Proxy.newProxyInstance(
        loader == null ? JvmSignals.class.getClassLoader() : loader,
        new Class<?>[] {handlerType},
        calls);
  }
}
