package manor.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import manor.docs.scene.FirstQuestion;
import manor.docs.scene.ForgottenGuest;
import manor.docs.scene.SteadyKernel;
import manor.docs.scene.StuckEdge;
import manor.docs.scene.TooEager;
import manor.docs.scene.TwoCloses;
import manor.docs.scene.WholeBuffer;
import manor.epoll.ReadinessDemo;
import manor.syscall.Kernel;
import manor.syscall.LinuxKernel;
import manor.syscall.SyscallDemo;

/**
 * Every run that the book prints. Each is run again whenever the book is drawn, and what it prints
 * must be what the book says, character for character, after two rules: descriptors are numbered as
 * {@link SteadyKernel} does, and spaces at a line's end are cut off.
 */
final class Recordings {
  /** A run that prints the same every time. */
  @FunctionalInterface
  interface Scene {
    void run(Kernel kernel, PrintStream out) throws IOException;
  }

  /** All of the house, by the module and the name of the transcript. */
  static final Map<String, Scene> ALL =
      new TreeMap<>(
          Map.of(
              "chapter1-syscall/calls", SyscallDemo::run,
              "chapter1-syscall/two-closes", TwoCloses::run,
              "chapter1-syscall/whole-buffer", WholeBuffer::run,
              "chapter2-epoll/readiness", ReadinessDemo::run,
              "chapter2-epoll/first-question", FirstQuestion::run,
              "chapter2-epoll/stuck-edge", StuckEdge::run,
              "chapter2-epoll/forgotten-guest", ForgottenGuest::run,
              "chapter2-epoll/too-eager", TooEager::run));

  private final Map<String, Scene> scenes;
  private final Map<String, String> printed = new HashMap<>();

  Recordings(Map<String, Scene> scenes) {
    this.scenes = scenes;
  }

  /** Whether a real run can be had on this machine. */
  static boolean canRun() {
    return LinuxKernel.isSupported();
  }

  Set<String> names() {
    return scenes.keySet();
  }

  /**
   * What the run prints, now.
   *
   * @throws IllegalArgumentException when there is no such run
   */
  String print(String name) {
    Scene scene = scenes.get(name);
    if (scene == null) {
      throw new IllegalArgumentException("no run is recorded as " + name);
    }
    return printed.computeIfAbsent(name, key -> record(scene));
  }

  private static String record(Scene scene) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      scene.run(SteadyKernel.over(LinuxKernel.open()), new PrintStream(bytes, true, UTF_8));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    String text = bytes.toString(UTF_8);
    return text.lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
  }

  /**
   * Compares a transcript with the run.
   *
   * @return the first line that differs, counted from 1, or 0 if none does
   */
  int firstDifference(String name, String transcript) {
    List<String> now = print(name).lines().toList();
    List<String> then = transcript.lines().toList();
    int line = 0;
    while (line < now.size() && line < then.size() && now.get(line).equals(then.get(line))) {
      line++;
    }
    return line == now.size() && line == then.size() ? 0 : line + 1;
  }
}
