package manor.exercises.pollio;

import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;
import static manor.exercises.ScriptedSteward.names;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import manor.exercises.ScriptedSteward;
import manor.exercises.ScriptedWaker;
import manor.exercises.Todo;
import manor.io.Attempt;
import manor.io.Direction;
import manor.io.Registration;
import manor.task.Context;
import manor.task.Ledger;
import manor.task.Poll;
import org.junit.jupiter.api.AfterEach;

/**
 * A registration whose readiness the test makes up, and attempts that find what it says. One
 * thread.
 */
abstract class TriedGuest implements Ledger {
  static final String EAGAIN = null;

  final List<String> heard = new ArrayList<>();
  final ScriptedSteward steward = new ScriptedSteward(this);
  final Registration guest = steward.register(READABLE.and(WRITABLE));
  final ScriptedWaker waker = new ScriptedWaker("task 1");
  int attempts;
  String spin =
      "The attempt was made 100 times in one poll, and every time it found nothing (EAGAIN): a"
          + " spin."
          + "\nTake away the readiness that turned out not to be true (clearReadiness).";

  @AfterEach
  void close() {
    steward.close();
  }

  void told(int bits) {
    steward.hears(guest, bits).turn();
  }

  /** An attempt that finds these, one after the other, and then nothing more. */
  Attempt<String> finds(String... found) {
    Deque<List<String>> left = new ArrayDeque<>();
    Arrays.stream(found).forEach(one -> left.add(Arrays.asList(one)));
    return () -> {
      if (++attempts > 100) {
        throw mistake(spin);
      }
      return left.isEmpty() ? EAGAIN : left.remove().get(0);
    };
  }

  Poll<String> poll(Attempt<String> attempt) throws IOException {
    return poll(waker.context(), attempt);
  }

  Poll<String> poll(Context context, Attempt<String> attempt) throws IOException {
    try {
      return guest.pollIo(context, Direction.READ, attempt);
    } catch (Todo stub) {
      throw stub;
    } catch (RuntimeException thrown) {
      throw mistake(
          "pollIo threw "
              + thrown
              + ("still pending".equals(thrown.getMessage())
                  ? "\nA Pending has no event: ask isPending before get."
                  : "\nNobody asked for that: what fails is told by an IOException."),
          thrown);
    }
  }

  @Override
  public void callTried(long token, int ready, boolean blocked) {
    heard.add("tried " + names(ready) + (blocked ? ": blocked" : ": done"));
  }
}
