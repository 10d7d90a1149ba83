package manor.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import manor.docs.scene.BadGuest;
import manor.docs.scene.CutHeader;
import manor.docs.scene.FirstDoor;
import manor.docs.scene.FirstQuestion;
import manor.docs.scene.ForgottenGuest;
import manor.docs.scene.FullHouse;
import manor.docs.scene.GoneGuest;
import manor.docs.scene.HalfRead;
import manor.docs.scene.Interrupted;
import manor.docs.scene.LostAnswer;
import manor.docs.scene.LostWakeUp;
import manor.docs.scene.Mailbox;
import manor.docs.scene.NeverYields;
import manor.docs.scene.NoKnock;
import manor.docs.scene.PictureInHead;
import manor.docs.scene.ShortWrite;
import manor.docs.scene.StaleTick;
import manor.docs.scene.SteadyKernel;
import manor.docs.scene.StuckEdge;
import manor.docs.scene.TooEager;
import manor.docs.scene.TwoCloses;
import manor.docs.scene.WaitingHandler;
import manor.docs.scene.WakeUnderLock;
import manor.docs.scene.WholeBuffer;
import manor.docs.scene.WrongGuest;
import manor.epoll.ReadinessDemo;
import manor.http.PiecesDemo;
import manor.net.demo.ByteDemo;
import manor.server.ReactorDemo;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.Kernel;
import manor.syscall.LinuxKernel;
import manor.syscall.SyscallDemo;

/**
 * Every run that the book prints. Each is run again whenever the book is drawn, and what it prints
 * must be what the book says, character for character, after these rules:
 *
 * <ul>
 *   <li>descriptors are numbered as {@link SteadyKernel} does;
 *   <li>the time that a server's wait has left is {@code ...}: it waits for 1024 events at once;
 *   <li>the start of a date is that of the example in RFC 9110;
 *   <li>spaces at a line's end are cut off.
 * </ul>
 *
 * <p>A run over the network may be cut into turns otherwise on a busy machine. Such runs are made
 * on the simulated kernel, which is never busy, and is held to the answers of Linux by tests of its
 * own; all others are made on the real one.
 */
final class Recordings {
  /** A run that prints the same every time. */
  @FunctionalInterface
  interface Scene {
    void run(Kernel kernel, PrintStream out) throws Exception;
  }

  private static final Set<String> OVER_THE_NETWORK =
      Set.of(
          "chapter1-syscall/first-door",
          "chapter3-http/lost-answer",
          "chapter4-server/loop",
          "chapter4-server/full-house",
          "chapter4-server/wrong-guest",
          "chapter4-server/bad-guest",
          "chapter4-server/waiting-handler",
          "chapter5-runtime/byte",
          "chapter5-runtime/stale-tick",
          "chapter5-runtime/half-read");
  private static final Pattern TIME_LEFT = Pattern.compile("(epoll_wait\\(.*, 1024, )\\d+\\)");
  private static final Pattern DATE = Pattern.compile("Date: [^\"]{9}\"");

  /** All of the house, by the module and the name of the transcript. */
  static final Map<String, Scene> ALL =
      new TreeMap<>(
          Map.ofEntries(
              entry("chapter1-syscall/calls", SyscallDemo::run),
              entry("chapter1-syscall/first-door", FirstDoor::run),
              entry("chapter1-syscall/two-closes", TwoCloses::run),
              entry("chapter1-syscall/whole-buffer", WholeBuffer::run),
              entry("chapter2-epoll/readiness", ReadinessDemo::run),
              entry("chapter2-epoll/first-question", FirstQuestion::run),
              entry("chapter2-epoll/stuck-edge", StuckEdge::run),
              entry("chapter2-epoll/forgotten-guest", ForgottenGuest::run),
              entry("chapter2-epoll/too-eager", TooEager::run),
              entry("chapter2-epoll/interrupted", Interrupted::run),
              entry("chapter3-http/pieces", (kernel, out) -> PiecesDemo.run(out)),
              entry("chapter3-http/cut-header", (kernel, out) -> CutHeader.run(out)),
              entry("chapter3-http/picture", (kernel, out) -> PictureInHead.run(out)),
              entry("chapter3-http/gone-guest", GoneGuest::run),
              entry("chapter3-http/short-write", ShortWrite::run),
              entry("chapter3-http/lost-answer", LostAnswer::run),
              entry("chapter4-server/loop", ReactorDemo::run),
              entry("chapter4-server/full-house", FullHouse::run),
              entry("chapter4-server/wrong-guest", WrongGuest::run),
              entry("chapter4-server/bad-guest", BadGuest::run),
              entry("chapter4-server/waiting-handler", WaitingHandler::run),
              entry("chapter5-runtime/mailbox", (kernel, out) -> Mailbox.run(out)),
              entry("chapter5-runtime/byte", ByteDemo::run),
              entry("chapter5-runtime/lost-wake-up", LostWakeUp::run),
              entry("chapter5-runtime/stale-tick", StaleTick::run),
              entry("chapter5-runtime/wake-under-lock", (kernel, out) -> WakeUnderLock.run(out)),
              entry("chapter5-runtime/never-yields", NeverYields::run),
              entry("chapter5-runtime/half-read", HalfRead::run),
              entry("chapter5-runtime/no-knock", NoKnock::run)));

  private final Map<String, Scene> scenes;
  private final Map<String, String> printed = new TreeMap<>();

  Recordings(Map<String, Scene> scenes) {
    this.scenes = scenes;
  }

  /** Whether this run can be had on this machine. */
  static boolean canRun(String name) {
    return OVER_THE_NETWORK.contains(name) || LinuxKernel.isSupported();
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
    return printed.computeIfAbsent(name, key -> record(scene, kernelFor(name)));
  }

  private static Kernel kernelFor(String name) {
    return OVER_THE_NETWORK.contains(name) ? new SimulatedKernel(new World()) : LinuxKernel.open();
  }

  private static String record(Scene scene, Kernel kernel) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      scene.run(SteadyKernel.over(kernel), new PrintStream(bytes, true, UTF_8));
    } catch (Exception refused) {
      throw new IllegalStateException(refused);
    }
    return bytes.toString(UTF_8).lines().map(Recordings::steady).collect(joining("\n", "", "\n"));
  }

  private static String steady(String line) {
    String timeless = TIME_LEFT.matcher(line).replaceAll("$1...)");
    return DATE.matcher(timeless).replaceAll("Date: Sun, 06 N\"").stripTrailing();
  }

  /**
   * Compares a transcript with the run.
   *
   * @return the first line that differs, counted from 1, or 0 if none does
   */
  int firstDifference(String name, String transcript) {
    List<String> then = transcript.lines().toList();
    return difference(print(name), then);
  }

  private static int difference(String print, List<String> then) {
    List<String> now = print.lines().toList();
    int line = 0;
    while (line < now.size() && line < then.size() && now.get(line).equals(then.get(line))) {
      line++;
    }
    return line == now.size() && line == then.size() ? 0 : line + 1;
  }
}
