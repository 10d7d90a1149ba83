package manor.exercises.wouldblock;

import java.util.Map;
import manor.exercises.Prediction;
import manor.exercises.TwoEnds;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.Errno;
import manor.syscall.Memory;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class WhatReadAnswersTest {
  private static final int ROOM = 64;

  private final SimulatedKernel kernel = new SimulatedKernel(new World());
  private final TwoEnds ends = TwoEnds.open(kernel, kernel);
  private final int prince = ends.ours().number();

  private int read() {
    return kernel.read(prince, Memory.allocate(ROOM), 0, ROOM);
  }

  private static String letter(int answer, int a, int b, int c) {
    return answer == a ? "a" : answer == b ? "b" : answer == c ? "c" : "answered " + answer;
  }

  @Test
  @Order(1)
  void beforeTheLetter() {
    String run = letter(read(), 0, -Errno.EAGAIN, Integer.MIN_VALUE);
    Map<String, String> whyNot =
        Map.of(
            "a",
            "zero would be the end of file: that nothing will ever come. The friend is\n"
                + "still there and may write at any moment. \"Nothing now\" has an answer of its"
                + " own.",
            "b",
            "the friend has written nothing.",
            "c",
            "a blocking descriptor would wait. This one is non-blocking, and no call on it\n"
                + "ever waits: it says at once that it would have had to.");
    new Prediction("1. Nothing written yet.", run, whyNot).check(WhatReadAnswers.beforeTheLetter());
  }

  @Test
  @Order(2)
  void aShortLetter() {
    ends.say("0123456789");
    String run = letter(read(), 10, ROOM, Integer.MIN_VALUE);
    Map<String, String> whyNot =
        Map.of(
            "a",
            "ten bytes are there.",
            "b",
            "64 is how many bytes there is room for. The answer says how many came, and\n"
                + "only so many are the friend's. The rest of the memory is as it was.",
            "c",
            "read never waits for its memory to be full. It takes what is there.");
    new Prediction("2. Ten bytes there, room for 64.", run, whyNot)
        .check(WhatReadAnswers.aShortLetter());
  }

  @Test
  @Order(3)
  void afterTheLetter() {
    ends.say("0123456789");
    read();
    String run = letter(read(), 0, -Errno.EAGAIN, 10);
    Map<String, String> whyNot =
        Map.of(
            "a",
            "zero is the end of file, and that comes only when the friend has closed. He\n"
                + "has not. Whoever takes this moment for the end closes on a living guest.",
            "b",
            "all that came has been read.",
            "c",
            "what has been read is gone from the kernel. Nobody reads a byte twice.");
    new Prediction("3. All read, and the friend still there.", run, whyNot)
        .check(WhatReadAnswers.afterTheLetter());
  }

  @Test
  @Order(4)
  void afterTheFarewell() {
    ends.say("bye");
    ends.theirs().close();
    read();
    String run = letter(read(), 0, -Errno.EAGAIN, -Errno.ECONNRESET);
    Map<String, String> whyNot =
        Map.of(
            "a",
            "the friend has closed.",
            "b",
            "EAGAIN says: ask again later. But the friend has closed, and no later read will\n"
                + "bring anything. Whoever takes this for \"not yet\" asks for ever.",
            "c",
            "a reset is a connection that broke. The friend had read everything, and closed\n"
                + "in good order: all he sent has come, and then comes the end.");
    new Prediction("4. Three bytes, a close, and the second read.", run, whyNot)
        .check(WhatReadAnswers.afterTheFarewell());
  }

  @Test
  @Order(5)
  void afterHisOwnClose() {
    ends.say("are you there?");
    ends.ours().close();
    String run = letter(read(), 0, -Errno.EAGAIN, -Errno.EBADF);
    Map<String, String> whyNot =
        Map.of(
            "a",
            "zero is the end of what the other side sent. Here our own number means nothing\n"
                + "to the kernel any more, so there is nothing that could end.",
            "b",
            "EAGAIN is about a descriptor that is open. This number was given back.",
            "c",
            "the number was given back.");
    new Prediction("5. A read from the number that he closed.", run, whyNot)
        .check(WhatReadAnswers.afterHisOwnClose());
  }
}
