package manor.benchmarks.border;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.util.Optional;

/**
 * The same functions through java.lang.foreign, which is final since Java 22. This house is built
 * for 17, where those types do not exist, so that they are named by reflection, once; the handles
 * that come of it are called like any other.
 *
 * <p>An address goes as a plain long, which the machine passes like a pointer.
 */
final class ForeignCalls {
  private static final String API = "java.lang.foreign.";

  private ForeignCalls() {}

  /** Whether this JDK has it. */
  static boolean exist() {
    return Runtime.version().feature() >= 22;
  }

  /**
   * A handle of type {@code (long, long) long}, or {@code (int, long, long) long} with {@code fd}.
   *
   * @return null where the API is missing
   */
  static MethodHandle find(String function, boolean fd, boolean errno) {
    if (!exist()) {
      return null;
    }
    try {
      return make(function, fd, errno);
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException(changed);
    }
  }

  private static MethodHandle make(String function, boolean fd, boolean errno)
      throws ReflectiveOperationException {
    Class<?> linkerType = type("Linker");
    Object linker = linkerType.getMethod("nativeLinker").invoke(null);
    Object options = Array.newInstance(type("Linker$Option"), errno ? 1 : 0);
    if (errno) {
      String[] states = {"errno"};
      Object capture =
          type("Linker$Option")
              .getMethod("captureCallState", String[].class)
              .invoke(null, (Object) states);
      Array.set(options, 0, capture);
    }
    MethodHandle handle =
        (MethodHandle)
            linkerType
                .getMethod(
                    "downcallHandle",
                    type("MemorySegment"),
                    type("FunctionDescriptor"),
                    options.getClass())
                .invoke(linker, address(linker, function), descriptor(fd), options);
    return errno ? MethodHandles.insertArguments(handle, 0, errnoSegment()) : handle;
  }

  private static Object address(Object linker, String function)
      throws ReflectiveOperationException {
    Object lookup = type("Linker").getMethod("defaultLookup").invoke(linker);
    Object found = type("SymbolLookup").getMethod("find", String.class).invoke(lookup, function);
    return ((Optional<?>) found).orElseThrow();
  }

  private static Object descriptor(boolean fd) throws ReflectiveOperationException {
    Object aLong = type("ValueLayout").getField("JAVA_LONG").get(null);
    Object anInt = type("ValueLayout").getField("JAVA_INT").get(null);
    Object arguments = Array.newInstance(type("MemoryLayout"), fd ? 3 : 2);
    for (int i = 0; i < Array.getLength(arguments); i++) {
      Array.set(arguments, i, fd && i == 0 ? anInt : aLong);
    }
    return type("FunctionDescriptor")
        .getMethod("of", type("MemoryLayout"), arguments.getClass())
        .invoke(null, aLong, arguments);
  }

  private static Object errnoSegment() throws ReflectiveOperationException {
    Object layout = type("Linker$Option").getMethod("captureStateLayout").invoke(null);
    Object arena = type("Arena").getMethod("global").invoke(null);
    return type("SegmentAllocator")
        .getMethod("allocate", type("MemoryLayout"))
        .invoke(arena, layout);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(API + name);
  }
}
