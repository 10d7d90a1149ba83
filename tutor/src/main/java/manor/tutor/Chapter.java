package manor.tutor;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The chapters that stand, in the order they are read. */
enum Chapter {
  SYSCALL("chapter1-syscall", "a system call answers with a result or an errno"),
  EPOLL("chapter2-epoll", "readiness: ask the kernel who is ready, then act"),
  HTTP("chapter3-http", "bytes arrive in pieces; a request is a state"),
  SERVER("chapter4-server", "the reactor: one thread, thousands of connections"),
  RUNTIME("chapter5-runtime", "Pending and a Waker: tasks that wait, on a thread that works");

  private final String module;
  private final String idea;

  Chapter(String module, String idea) {
    this.module = module;
    this.idea = idea;
  }

  /** The Maven module, and the folder. */
  String module() {
    return module;
  }

  /** The one new idea. */
  String idea() {
    return idea;
  }

  /** What a person types: {@code chapter1}. */
  String shortName() {
    return module.substring(0, module.indexOf('-'));
  }

  /** All of them, for whoever has asked for another. */
  static String allModules() {
    return Arrays.stream(values()).map(Chapter::module).collect(Collectors.joining(", "));
  }

  /** Finds a chapter by {@code chapter2}, {@code chapter2-epoll}, {@code epoll} or {@code 2}. */
  static Optional<Chapter> named(String typed) {
    String name = typed.endsWith("/") ? typed.substring(0, typed.length() - 1) : typed;
    return Arrays.stream(values()).filter(chapter -> chapter.answersTo(name)).findFirst();
  }

  private boolean answersTo(String name) {
    return name.equals(module)
        || name.equals(shortName())
        || ("chapter" + name).equals(shortName())
        || (shortName() + "-" + name).equals(module);
  }
}
