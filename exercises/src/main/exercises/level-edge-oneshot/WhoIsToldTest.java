package manor.exercises.leveledgeoneshot;

import java.util.Map;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.exercises.Prediction;
import manor.exercises.TwoEnds;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.ErrnoException;
import manor.syscall.Memory;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class WhoIsToldTest {
  private static final Token GUEST = new Token(100);
  private static final Interest LEVEL = Interest.READABLE;
  private static final Interest EDGE = Interest.READABLE.edge();
  private static final Interest ONESHOT = Interest.READABLE.oneshot();

  private final SimulatedKernel kernel = new SimulatedKernel(new World());
  private final TwoEnds ends = TwoEnds.open(kernel, kernel);
  private final Epoll epoll;
  private final Events events = new Events(8);

  WhoIsToldTest() throws ErrnoException {
    epoll = Epoll.create(kernel, Clock.system());
  }

  /** Everything up to the moment that all questions begin with. */
  private void toldOnce(Interest interest) throws ErrnoException {
    epoll.addInterest(ends.ours(), GUEST, interest);
    ends.say("0123456789");
    if (epoll.wait(events, 0) != 1) {
      throw new IllegalStateException("nobody was told of the first bytes");
    }
  }

  private void read(int bytes) throws ErrnoException {
    ends.ours().read(Memory.allocate(bytes), 0, bytes);
  }

  private String told() throws ErrnoException {
    return epoll.wait(events, 0) > 0 ? "a" : "b";
  }

  @Test
  @Order(1)
  void levelHalfRead() throws ErrnoException {
    toldOnce(LEVEL);
    read(4);
    String whyNot = "six bytes are there unread. Level tells as long as it is so, at every wait.";
    new Prediction("1. Level, half read.", told(), Map.of("a", "all was read.", "b", whyNot))
        .check(WhoIsTold.levelHalfRead());
  }

  @Test
  @Order(2)
  void edgeHalfRead() throws ErrnoException {
    toldOnce(EDGE);
    read(4);
    String whyNot =
        "six bytes are there, and nothing new has happened since the steward was told.\n"
            + "Edge tells what is new. Who is told by edge has to read to the end.";
    new Prediction("2. Edge, half read.", told(), Map.of("a", whyNot, "b", "bytes have come."))
        .check(WhoIsTold.edgeHalfRead());
  }

  @Test
  @Order(3)
  void edgeAndMoreCame() throws ErrnoException {
    toldOnce(EDGE);
    read(4);
    ends.say("ab");
    String whyNot =
        "two bytes have come, and that is new. An edge is told for it, whether or not the\n"
            + "bytes before were read.";
    new Prediction("3. Edge, and more came.", told(), Map.of("a", "nothing is new.", "b", whyNot))
        .check(WhoIsTold.edgeAndMoreCame());
  }

  @Test
  @Order(4)
  void edgeSetAgain() throws ErrnoException {
    toldOnce(EDGE);
    epoll.modifyInterest(ends.ours(), GUEST, EDGE);
    String whyNot =
        "modifyInterest makes the kernel look anew, and it finds ten bytes. What is there\n"
            + "already is told once to whoever sets an interest, by edge as well.";
    new Prediction("4. Edge, set again.", told(), Map.of("a", "nothing is there.", "b", whyNot))
        .check(WhoIsTold.edgeSetAgain());
  }

  @Test
  @Order(5)
  void oneshotAndMoreCame() throws ErrnoException {
    toldOnce(ONESHOT);
    read(10);
    ends.say("ab");
    String whyNot =
        "new bytes do not matter to a oneshot that has been told. It is silent until the\n"
            + "interest is set again: this guest is waiting for a steward who never comes.";
    new Prediction("5. Oneshot, and more came.", told(), Map.of("a", whyNot, "b", "it was armed."))
        .check(WhoIsTold.oneshotAndMoreCame());
  }

  @Test
  @Order(6)
  void oneshotArmedLate() throws ErrnoException {
    toldOnce(ONESHOT);
    read(10);
    ends.say("ab");
    epoll.modifyInterest(ends.ours(), GUEST, ONESHOT);
    String whyNot =
        "arming makes the kernel look, and two bytes are there: they are told at once.\n"
            + "Otherwise whatever came between the event and the arming would be lost.";
    new Prediction("6. Oneshot, armed late.", told(), Map.of("a", "it is not armed.", "b", whyNot))
        .check(WhoIsTold.oneshotArmedLate());
  }

  @Test
  @Order(7)
  void levelAndTheGuestHasLeft() throws ErrnoException {
    toldOnce(LEVEL);
    read(10);
    ends.theirs().close();
    String first = told();
    String run = first.equals("b") ? "c" : told();
    Map<String, String> whyNot =
        Map.of(
            "a",
            "it is told once.",
            "b",
            "level tells as long as it is so, and this will be so for ever: a read answers 0\n"
                + "without waiting, again and again. Only close ends it. A steward who reads the"
                + " 0\n"
                + "and does not close can never sleep again.",
            "c",
            "the end of file is something to read: read answers 0 without waiting. So the\n"
                + "guest counts as readable, and a hang-up is told to everybody anyway.");
    new Prediction("7. Level, and the guest has left.", run, whyNot)
        .check(WhoIsTold.levelAndTheGuestHasLeft());
  }
}
