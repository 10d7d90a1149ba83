package manor.tutor;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import manor.docs.player.Recorder;
import manor.docs.scene.LostWakeUp;
import manor.docs.scene.OneByte;
import manor.docs.scene.PartialWrite;
import manor.docs.scene.ThreeWays;
import manor.net.demo.EchoDemo;
import manor.net.demo.HelloDemo;
import manor.net.demo.ListenersDemo;
import manor.net.demo.SignalDemo;
import manor.net.demo.StuckDemo;
import manor.runtime.RuntimeOptions;
import manor.syscall.Kernel;

/**
 * What {@code manor trace} can record: every demonstration by its system calls and sentences; those
 * of chapter 5 that have a ledger, by every step of the household.
 *
 * @param chapter whose idea it shows
 * @param title what a person types
 * @param idea what happens
 * @param run does it
 */
record Tracing(Chapter chapter, String title, String idea, Run run) {
  /** Something that happens while a recorder listens. */
  @FunctionalInterface
  interface Run {
    void run(Recorder recorder, Kernel kernel, PrintStream out) throws Exception;
  }

  private static final int PORT = 8001;

  private static final Map<Demonstration, Run> WITH_LEDGER =
      Map.of(
          Demonstration.BYTE,
          (recorder, kernel, out) -> OneByte.play(recorder, kernel),
          Demonstration.LOST_WAKE_UP,
          (recorder, kernel, out) -> LostWakeUp.lose(recorder, kernel),
          Demonstration.LISTENERS,
          (recorder, kernel, out) ->
              ListenersDemo.run(
                  kernel,
                  options(recorder),
                  out,
                  InetAddress.getLoopbackAddress(),
                  ListenersDemo.FIRST_PORT,
                  ListenersDemo.AFTER_LAST_PORT),
          Demonstration.ECHO,
          (recorder, kernel, out) -> EchoDemo.run(kernel, options(recorder), out, loopback()),
          Demonstration.HELLO,
          (recorder, kernel, out) -> HelloDemo.run(kernel, options(recorder), out, loopback()),
          Demonstration.STUCK,
          (recorder, kernel, out) -> StuckDemo.run(kernel, options(recorder), out),
          Demonstration.SIGNAL,
          (recorder, kernel, out) -> SignalDemo.run(kernel, options(recorder), out));

  /** Made for the player, and for nothing else. */
  private static final List<Tracing> SCENES =
      List.of(
          new Tracing(
              Chapter.EPOLL,
              "three-ways",
              "level, edge and oneshot, call by call",
              (recorder, kernel, out) -> ThreeWays.play(recorder, kernel)),
          new Tracing(
              Chapter.HTTP,
              "partial-write",
              "an answer longer than its way has room",
              (recorder, kernel, out) -> PartialWrite.play(recorder, kernel)),
          new Tracing(
              Chapter.RUNTIME,
              "lost-wake-up-cured",
              "the same moments, and nobody is forgotten",
              (recorder, kernel, out) -> LostWakeUp.cure(recorder, kernel)));

  private static RuntimeOptions options(Recorder recorder) {
    return RuntimeOptions.standard().with(recorder.ledger());
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT);
  }

  private static Tracing of(Demonstration show) {
    Run byCalls =
        (recorder, kernel, out) -> show.run(recorder.kernel(kernel, Recorder.PROGRAM), out);
    Run run = WITH_LEDGER.getOrDefault(show, byCalls);
    return new Tracing(show.chapter(), show.title(), show.idea(), run);
  }

  /** Everything, in the order of the chapters. */
  static Stream<Tracing> all() {
    return Stream.of(Chapter.values()).flatMap(Tracing::of);
  }

  static Stream<Tracing> of(Chapter chapter) {
    return Stream.concat(
        Demonstration.of(chapter).stream().map(Tracing::of),
        SCENES.stream().filter(scene -> scene.chapter == chapter));
  }
}
