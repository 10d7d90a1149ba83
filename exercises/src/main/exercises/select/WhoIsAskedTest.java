package manor.exercises.select;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import manor.exercises.ScriptedWaker;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;
import manor.task.Waker;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class WhoIsAskedTest {
  private final ScriptedWaker waker = new ScriptedWaker("the prince");

  @Test
  @Order(1)
  void afterAPendingAnotherIsAskedFirst() throws Exception {
    firstsOf(List.of("anna", "bert"));
    firstsOf(List.of("anna", "bert", "cleo"));
  }

  private void firstsOf(List<String> names) throws Exception {
    List<String> asked = new ArrayList<>();
    List<Future<String>> slow = new ArrayList<>();
    names.forEach(name -> slow.add(context -> neverReady(name, asked)));
    Future<String> all = Future.race(slow);
    Set<String> firsts = new TreeSet<>();
    String before = "";
    for (int i = 0; i < 30; i++) {
      asked.clear();
      all.poll(waker.context());
      String first = asked.get(0);
      that(
          i > 0 || first.equals(names.get(0)),
          "The first poll began with "
              + first
              + ". start is 0, and says who is asked first in the next poll: move it on\nwhen the"
              + " answer is Pending, and not before.");
      that(
          !before.equals(first),
          first
              + " was the first to be asked, and the answer was Pending. In the next poll the"
              + " first is "
              + first
              + " again:\nif that one is always ready, it always wins. Let another be asked"
              + " first.");
      before = first;
      firsts.add(first);
    }
    equal(
        names,
        List.copyOf(firsts),
        "Nobody is ready in 30 polls. These were the first to be asked in one of them;\nwho"
            + " never is may wait for ever behind one who is always ready.");
  }

  private static Poll<String> neverReady(String name, List<String> asked) {
    asked.add(name);
    return Poll.pending();
  }

  @Test
  @Order(2)
  void everyPollLendsTheWakerOfThatPoll() throws Exception {
    List<Waker> lent = new ArrayList<>();
    Future<String> race = Future.race(lendsTo(lent), lendsTo(lent));
    for (String name : List.of("the prince", "the cook", "the steward")) {
      Waker latest = new ScriptedWaker(name).waker();
      lent.clear();
      race.poll(Context.of(latest));
      that(
          lent.size() == 2 && lent.stream().allMatch(latest::willWake),
          "The race was polled for "
              + name
              + ", and those who run were asked with the messenger of "
              + (lent.isEmpty() ? "nobody" : lent.get(lent.size() - 1))
              + ".\nA future is woken through the latest context: whoever polled before may be gone."
              + " Hand on the context of this poll.");
    }
  }

  private static Future<String> lendsTo(List<Waker> lent) {
    return context -> {
      lent.add(context.waker());
      return Poll.pending();
    };
  }
}
