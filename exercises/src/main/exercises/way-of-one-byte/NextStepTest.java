package manor.exercises.wayofonebyte;

import static manor.epoll.Interest.READABLE;
import static manor.syscall.Linux.EPOLLIN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import manor.exercises.BoxedHouse;
import manor.exercises.Prediction;
import manor.exercises.ScriptedSteward;
import manor.exercises.ScriptedWaker;
import manor.exercises.Trail;
import manor.io.Direction;
import manor.io.PollEvented;
import manor.io.Registration;
import manor.syscall.Fd;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.task.Future;
import manor.task.Ledger;
import manor.task.Poll;
import manor.task.Waker;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class NextStepTest implements Ledger {
  private static final String OTHERWISE = "the run says otherwise.";

  private final List<String> steps = new ArrayList<>();
  private boolean listening;

  private void step(String what) {
    if (listening) {
      steps.add(what);
    }
  }

  @Override
  public void turnStarted(long maxWaitNanos) {
    step("turn");
  }

  @Override
  public void eventTold(long token, int ready) {
    step("told");
  }

  @Override
  public void readinessSet(long token, int ready, int tick) {
    step("set");
  }

  @Override
  public void readinessCleared(long token, int ready, int tick) {
    step("cleared");
  }

  @Override
  public void wakerStored(long token, int ready, Waker waker) {
    step("stored");
  }

  @Override
  public void wakerWoken(long task, boolean usedUp) {
    step("woken");
  }

  @Override
  public void taskQueued(long task, boolean foreign) {
    step("queued");
  }

  @Override
  public void taskPolled(long task) {
    step("polled");
  }

  @Override
  public void taskPending(long task) {
    step("pending");
  }

  @Override
  public void knocked() {
    step("knocked");
  }

  /** A task waits; a byte comes while the driver asks; the task reads it, and reads again. */
  private void letOneByteGo() throws Exception {
    try (BoxedHouse house = new BoxedHouse(this)) {
      Memory memory = Memory.allocate(16);
      house.kernel().pipe2(memory, Linux.O_NONBLOCK);
      Fd prince = new Fd(house.kernel(), memory.getInt(0));
      Fd friend = new Fd(house.kernel(), memory.getInt(4));
      var clerk = new PollEvented<>(house.runtime().handle(), prince, prince, READABLE);
      int[] turns = new int[1];
      house.beforeEachWait(() -> beforeWait(++turns[0], friend));
      Future<Void> main =
          context -> {
            Poll<Integer> poll = clerk.pollRead(context, memory, 0, 1);
            boolean got = poll.isReady();
            while (poll.isReady()) {
              poll = clerk.pollRead(context, memory, 0, 1);
            }
            return got && turns[0] > 1 ? Poll.ready(null) : Poll.pending();
          };
      house.run(main, "The task waits for ever.");
      clerk.close();
    }
    Trail.forget();
  }

  /** The first wait finds one byte, and everybody listens; the second another, to end the run. */
  private void beforeWait(int turn, Fd friend) {
    listening = turn == 1;
    friend.kernel().write(friend.number(), Memory.allocate(1), 0, 1);
  }

  private int after(String step) {
    return steps.indexOf(step) + 1;
  }

  private String next(String step) {
    return steps.get(after(step));
  }

  private String way() {
    return "\nThe steps were: " + String.join(", ", steps);
  }

  @Test
  @Order(1)
  void theWait() throws Exception {
    letOneByteGo();
    String next = next("told");
    String run = next.equals("polled") ? "a" : next.equals("set") ? "b" : "c";
    Map<String, String> whyNot =
        Map.of(
            "a",
            "the driver knows no tasks. It writes down what the kernel told, and wakes whoever left a\n"
                + "waker; polling is the executor's business, later."
                + way(),
            "b",
            OTHERWISE,
            "c",
            "whoever is woken may look at once, on another thread even. He must find what he was\n"
                + "woken for: visible first, then the wake."
                + way());
    new Prediction("1. After the wait.", run, whyNot).check(WayOfOneByte.afterTheWait());
  }

  @Test
  @Order(2)
  void theWake() throws Exception {
    letOneByteGo();
    String next = next("woken");
    String run = next.equals("polled") ? "a" : next.equals("queued") ? "b" : "c";
    Map<String, String> whyNot =
        Map.of(
            "a",
            "a wake is a few bits and a place in the queue. If it polled, the driver would be in the\n"
                + "middle of its list, and the task perhaps in the middle of a poll."
                + way(),
            "b",
            OTHERWISE,
            "c",
            "the driver has done its part. The task stands in the queue, and the next round polls it,\n"
                + "before the kernel is asked again."
                + way());
    new Prediction("2. After the wake.", run, whyNot).check(WayOfOneByte.afterTheWake());
  }

  @Test
  @Order(3)
  void theKnocks() throws Exception {
    letOneByteGo();
    long knocks = steps.stream().filter("knocked"::equals).count();
    Map<String, String> whyNot =
        Map.of(
            "a",
            "the driver turns on the executor's own thread. When it wakes somebody, that thread is\n"
                + "awake, or it could not be doing so. A knock is for strangers."
                + way(),
            "b",
            OTHERWISE,
            "c",
            "the driver was woken by the kernel itself, and the task stands in a plain queue."
                + way());
    new Prediction("3. The knocks.", knocks == 0 ? "b" : knocks == 1 ? "a" : "c", whyNot)
        .check(WayOfOneByte.theKnock());
  }

  @Test
  @Order(4)
  void theSecondRead() throws Exception {
    letOneByteGo();
    List<String> rest = steps.subList(after("polled"), steps.size());
    int cleared = rest.indexOf("cleared");
    int stored = rest.indexOf("stored");
    int pending = rest.indexOf("pending");
    boolean inOrder = cleared >= 0 && cleared < stored && stored < pending;
    Map<String, String> whyNot =
        Map.of(
            "a",
            way(),
            "b",
            "the waker from before was used up when it was woken. Pending without a waker left is a\n"
                + "promise that nobody will keep."
                + way(),
            "c",
            "that would be a spin: the thread would do nothing else, and nobody else would have his\n"
                + "turn."
                + way());
    new Prediction("4. After the byte.", inOrder ? "a" : stored < 0 ? "b" : "c", whyNot)
        .check(WayOfOneByte.afterTheByte());
  }

  @Test
  @Order(5)
  void theFreshNews() throws Exception {
    int[] attempts = new int[1];
    Poll<String> poll;
    try (ScriptedSteward steward = new ScriptedSteward()) {
      Registration guest = steward.register(READABLE);
      steward.hears(guest, EPOLLIN).turn();
      poll =
          guest.pollIo(
              new ScriptedWaker("the task").context(),
              Direction.READ,
              () -> {
                if (++attempts[0] == 1) {
                  steward.hears(guest, EPOLLIN).turn();
                }
                return attempts[0] == 1 ? null : "a letter";
              });
    }
    Map<String, String> whyNot =
        Map.of(
            "a",
            "those are other news than the ones it saw: the tick has gone on. An edge is told once;\n"
                + "thrown away here, the letter would lie there for ever. It read "
                + attempts[0]
                + " times.",
            "b",
            OTHERWISE,
            "c",
            "nothing is wrong: readiness is a hint, and may be older or newer than one thinks. It\n"
                + "read "
                + attempts[0]
                + " times, and got the letter.");
    String run = poll.isReady() && attempts[0] == 2 ? "b" : "a";
    new Prediction("5. Fresh news.", run, whyNot).check(WayOfOneByte.freshNews());
  }
}
