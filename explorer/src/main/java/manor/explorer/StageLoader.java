package manor.explorer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Loads the stage: the runtime, and the scenario that is played with it, instrumented, and with
 * some classes replaced by others. The kernel and the explorer itself are not loaded anew.
 */
final class StageLoader extends ClassLoader {
  private static final String[] ON_STAGE = {
    "manor.task.",
    "manor.io.",
    "manor.runtime.",
    "manor.net.",
    "manor.epoll.",
    "manor.explorer.stage.",
    "manor.explorer.scenario."
  };

  private final Map<String, byte[]> replaced;
  private final Instrument instrument = new Instrument();

  StageLoader(Map<String, byte[]> replaced) {
    super("stage", StageLoader.class.getClassLoader());
    this.replaced = replaced;
  }

  private boolean isOnStage(String name) {
    if (replaced.containsKey(name)) {
      return true;
    }
    for (String prefix : ON_STAGE) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** A ledger is a witness: what it does is no part of the play. */
  private static boolean isWitness(String name) {
    return name.startsWith("manor.task.Json");
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      return isOnStage(name) ? define(name) : super.loadClass(name, resolve);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] plain = replaced.containsKey(name) ? replaced.get(name) : read(name);
    if (plain == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] bytes = isWitness(name) ? plain : instrument.instrumented(plain);
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static byte[] read(String name) {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = StageLoader.class.getClassLoader().getResourceAsStream(file)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
