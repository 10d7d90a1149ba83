package manor.tutor.pupil;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The class loader of one run. The student's classes come first, and every package of the house
 * that could refer to them is loaded beside them, so that they meet as if the student's file had
 * been built into the house. All else is shared by all runs.
 */
final class RunLoader extends ClassLoader {
  private static final String TUTOR = "manor.tutor.";

  /** Class files of the house, which every run needs again. */
  private static final Map<String, Optional<byte[]>> HOUSE = new ConcurrentHashMap<>();

  static {
    registerAsParallelCapable();
  }

  private final PupilTask task;

  RunLoader(PupilTask task) {
    super("run", RunLoader.class.getClassLoader());
    this.task = task;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!isOfThisRun(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  boolean isOfThisRun(String name) {
    if (!name.startsWith("manor.") || name.startsWith(TUTOR)) {
      return false;
    }
    String room = name.substring(0, name.lastIndexOf('.'));
    String own = task.className().substring(0, task.className().lastIndexOf('.'));
    return own.startsWith("manor.exercises.") ? room.equals(own) : !task.shared().contains(room);
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] bytes = isStudents(name) ? task.classes().get(name) : house(name).orElse(null);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  /** The chapter's own class is not to be had, nor are those inside it. */
  boolean isStudents(String name) {
    return name.equals(task.className()) || name.startsWith(task.className() + "$");
  }

  /** A test may read the student's class file: it shows an order that no run on one thread does. */
  @Override
  public InputStream getResourceAsStream(String name) {
    String type = name.endsWith(".class") ? name.substring(0, name.length() - 6) : "";
    byte[] bytes = task.classes().get(type.replace('/', '.'));
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }

  private Optional<byte[]> house(String name) {
    return HOUSE.computeIfAbsent(name, this::read);
  }

  private Optional<byte[]> read(String name) {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A class of this run, if it has been loaded already. */
  Optional<Class<?>> loaded(String name) {
    synchronized (getClassLoadingLock(name)) {
      return Optional.ofNullable(findLoadedClass(name));
    }
  }
}
