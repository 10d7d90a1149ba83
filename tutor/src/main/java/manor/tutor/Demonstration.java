package manor.tutor;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
import manor.net.demo.EchoDemo;
import manor.net.demo.HelloDemo;
import manor.net.demo.ListenersDemo;
import manor.net.demo.SignalDemo;
import manor.net.demo.StuckDemo;
import manor.server.ReactorDemo;
import manor.syscall.Kernel;
import manor.syscall.SyscallDemo;

/** What {@code manor run} can show: each chapter's idea, happening. */
enum Demonstration {
  SYSCALL(Chapter.SYSCALL, "calls", "a few system calls, traced as they happen", SyscallDemo::run),
  FIRST_DOOR(Chapter.SYSCALL, "first-door", "a door, and its first guest", FirstDoor::run),
  TWO_CLOSES(Chapter.SYSCALL, "two-closes", "what a second close does", TwoCloses::run),
  WHOLE_BUFFER(Chapter.SYSCALL, "whole-buffer", "what an ignored answer does", WholeBuffer::run),
  READINESS(
      Chapter.EPOLL, "readiness", "one byte told by level, edge, oneshot", ReadinessDemo::run),
  FIRST_QUESTION(Chapter.EPOLL, "first-question", "who is ready?", FirstQuestion::run),
  STUCK_EDGE(Chapter.EPOLL, "stuck-edge", "an edge that is not read to its end", StuckEdge::run),
  FORGOTTEN(Chapter.EPOLL, "forgotten-guest", "a oneshot not armed again", ForgottenGuest::run),
  TOO_EAGER(
      Chapter.EPOLL, "too-eager", "an interest in writing with nothing to write", TooEager::run),
  INTERRUPTED(Chapter.EPOLL, "interrupted", "a signal that ends a wait", Interrupted::run),
  PIECES(
      Chapter.HTTP,
      "pieces",
      "a request that comes in pieces",
      (kernel, out) -> PiecesDemo.run(out)),
  CUT_HEADER(
      Chapter.HTTP, "cut-header", "a header in two pieces", (kernel, out) -> CutHeader.run(out)),
  PICTURE(
      Chapter.HTTP, "picture", "a head that is no text", (kernel, out) -> PictureInHead.run(out)),
  GONE_GUEST(Chapter.HTTP, "gone-guest", "a guest who leaves in mid-letter", GoneGuest::run),
  SHORT_WRITE(Chapter.HTTP, "short-write", "a write that takes a part", ShortWrite::run),
  LOST_ANSWER(Chapter.HTTP, "lost-answer", "a close that is heard too early", LostAnswer::run),
  LOOP(Chapter.SERVER, "loop", "three guests at once, turn by turn", ReactorDemo::run),
  FULL_HOUSE(Chapter.SERVER, "full-house", "no descriptor left for a guest", FullHouse::run),
  WRONG_GUEST(Chapter.SERVER, "wrong-guest", "an event for one who has gone", WrongGuest::run),
  BAD_GUEST(Chapter.SERVER, "bad-guest", "a guest who breaks off", BadGuest::run),
  WAITING_HANDLER(Chapter.SERVER, "waiting-handler", "a handler that waits", WaitingHandler::run),
  MAILBOX(
      Chapter.RUNTIME,
      "mailbox",
      "one future, and the smallest executor",
      (kernel, out) -> Mailbox.run(out)),
  BYTE(Chapter.RUNTIME, "byte", "the way of one byte, step by step", ByteDemo::run),
  LISTENERS(Chapter.RUNTIME, "listeners", "75 ports in one task, till Ctrl-C", ListenersDemo::run),
  ECHO(Chapter.RUNTIME, "echo", "a task a guest, on a port, till Ctrl-C", (Server) EchoDemo::run),
  HELLO(Chapter.RUNTIME, "hello", "an HTTP hello on a port, till Ctrl-C", (Server) HelloDemo::run),
  STUCK(Chapter.RUNTIME, "stuck", "three that wait for ever, and the doctor", StuckDemo::run),
  SIGNAL(Chapter.RUNTIME, "signal", "a signal as a future, till Ctrl-C", SignalDemo::run),
  LOST_WAKE_UP(
      Chapter.RUNTIME, "lost-wake-up", "a messenger who is left too late", LostWakeUp::run),
  STALE_TICK(Chapter.RUNTIME, "stale-tick", "news that is thrown away", StaleTick::run),
  WAKE_UNDER_LOCK(
      Chapter.RUNTIME,
      "wake-under-lock",
      "two threads that wait for each other",
      (kernel, out) -> WakeUnderLock.run(out)),
  NEVER_YIELDS(
      Chapter.RUNTIME, "never-yields", "a task that keeps the house busy", NeverYields::run),
  HALF_READ(Chapter.RUNTIME, "half-read", "Pending, and no messenger left", HalfRead::run),
  NO_KNOCK(Chapter.RUNTIME, "no-knock", "a wake that the driver sleeps through", NoKnock::run);

  /** Shows something that really happens, on a real kernel. */
  interface Show {
    void run(Kernel kernel, PrintStream out) throws Exception;
  }

  /** One that is given a place to listen. */
  interface Server extends Show {
    void run(Kernel kernel, PrintStream out, InetSocketAddress address) throws Exception;

    @Override
    default void run(Kernel kernel, PrintStream out) throws Exception {
      run(kernel, out, loopback(DEFAULT_PORT));
    }
  }

  /** Where a server listens if nobody says otherwise. */
  static final int DEFAULT_PORT = 8001;

  private final Chapter chapter;
  private final String title;
  private final String idea;
  private final Show show;

  Demonstration(Chapter chapter, String title, String idea, Show show) {
    this.chapter = chapter;
    this.title = title;
    this.idea = idea;
    this.show = show;
  }

  static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Whether it goes on until somebody ends it. */
  boolean isEndless() {
    return idea.endsWith("till Ctrl-C");
  }

  Chapter chapter() {
    return chapter;
  }

  String title() {
    return title;
  }

  String idea() {
    return idea;
  }

  void run(Kernel kernel, PrintStream out) throws Exception {
    show.run(kernel, out);
  }

  boolean isServer() {
    return show instanceof Server;
  }

  /** The same for a server, at another port than usual; 0 lets the kernel choose. */
  void run(Kernel kernel, PrintStream out, int port) throws Exception {
    ((Server) show).run(kernel, out, loopback(port));
  }

  static List<Demonstration> of(Chapter chapter) {
    return all().filter(show -> show.chapter == chapter).toList();
  }

  static Stream<Demonstration> all() {
    return Arrays.stream(values());
  }
}
