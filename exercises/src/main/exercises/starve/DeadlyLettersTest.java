package manor.exercises.starve;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.exercises.CallLog;
import manor.exercises.Caret;
import manor.exercises.Todo;
import manor.exercises.TwoEnds;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.ErrnoException;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class DeadlyLettersTest {
  private static final int MOST_LETTERS = 3;
  private static final int MOST_BYTES = 100;

  private static RuntimeException stumbled;

  /** Asked for once: every test is about the same letters. */
  private static final List<String> LETTERS = asked();

  private final List<String> letters = LETTERS;
  private final SimulatedKernel kernel = new SimulatedKernel(new World());
  private final CallLog log = new CallLog(kernel, 1000);
  private final TwoEnds ends = TwoEnds.open(log.kernel(), kernel);

  private static List<String> asked() {
    try {
      List<String> letters = DeadlyLetters.letters();
      return letters == null ? List.of() : new ArrayList<>(letters);
    } catch (RuntimeException thrown) {
      stumbled = thrown;
      return List.of();
    }
  }

  private static int lines(String text) {
    return (int) text.chars().filter(octet -> octet == '\n').count();
  }

  /** Sends the letters; the number of the first that is not answered in full, or 0. */
  private int unanswered(HastyServer server) throws ErrnoException {
    for (int nth = 0; nth < letters.size(); nth++) {
      ends.say(letters.get(nth));
      while (server.turn()) {
        // Until nobody is ready any more.
      }
      if (lines(ends.hear()) != lines(letters.get(nth))) {
        return nth + 1;
      }
    }
    return 0;
  }

  private Epoll epoll() throws ErrnoException {
    return Epoll.create(log.kernel(), Clock.system());
  }

  @Test
  @Order(1)
  void theRulesAreKept() {
    if (stumbled != null) {
      fail("letters() has to answer with the letters, and threw " + stumbled + ".", stumbled);
    }
    if (letters.isEmpty()) {
      throw Todo.yours("Write the letters on which HastyServer lets its guest wait for ever.");
    }
    if (letters.size() > MOST_LETTERS) {
      fail("At most three letters, and these are " + letters.size() + ".");
    }
    int bytes = String.join("", letters).length();
    if (bytes > MOST_BYTES) {
      fail("At most 100 bytes in all, and these are " + bytes + ".");
    }
    letters.forEach(DeadlyLettersTest::keepsTheRules);
  }

  private static void keepsTheRules(String letter) {
    if (letter == null) {
      fail("null is no letter. A letter is a text, and ends with a line end.");
    }
    for (int at = 0; at < letter.length(); at++) {
      char octet = letter.charAt(at);
      if (octet != '\n' && (octet < ' ' || octet > '~')) {
        fail("Printable ASCII and line ends only.\n" + Caret.under(letter, at, "this is not"));
      }
    }
    if (!letter.endsWith("\n")) {
      fail(
          "Every letter ends with a line end. A guest who has not finished his line has no\n"
              + "right to an answer: any server would wait for the rest.\n"
              + Caret.under(letter, letter.length(), "a line end belongs here"));
    }
  }

  @Test
  @Order(2)
  void theCarefulServerAnswersEverything() throws ErrnoException {
    int nth = unanswered(new CarefulServer(epoll(), ends.ours()));
    if (nth > 0) {
      fail("CarefulServer does not answer letter " + nth + " either.\n" + log.last(4));
    }
  }

  @Test
  @Order(3)
  void theHastyServerLetsTheGuestWaitForEver() throws ErrnoException {
    if (unanswered(new HastyServer(epoll(), ends.ours())) > 0) {
      return;
    }
    int longest = letters.stream().mapToInt(String::length).max().orElse(0);
    String why =
        "The longest letter has "
            + longest
            + " bytes and the desk 16: every letter was read whole,\nwith the one read that its"
            + " edge was worth."
            + (letters.size() > 1 ? "\nThey do not add up: each is answered before the next." : "");
    fail("HastyServer lives: it has answered every line.\n" + why + "\n" + log.last(5));
  }
}
