package manor.exercises.rearmoneshot;

import static org.junit.jupiter.api.Assertions.fail;

import manor.syscall.ErrnoException;
import manor.syscall.Linux;
import manor.syscall.Memory;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Whoever stays is told of again, once. */
@TestMethodOrder(OrderAnnotation.class)
class OneshotHallTest extends TriedHall {
  OneshotHallTest() throws ErrnoException {}

  @Test
  @Order(1)
  void afterALetterAnotherOneIsTold() throws ErrnoException {
    ends.say(" A long one ");
    told("The first letter came.");
    serve("A letter came.");
    if (log.last(9).contains("EEXIST")) {
      fail(
          "addInterest is for whoever is not on the list yet: the kernel answered EEXIST. To arm\n"
              + "again, change the interest that is there.\n"
              + log.last(3));
    }
    staysHere("A letter came.");
    ends.say("two");
    told("After the first letter the interest was not armed again. The second was never told.");
    serve("A second letter came.");
    noted(
        "Every letter is noted as it came, in order. The desk keeps the bytes of earlier letters:"
            + " of it\nonly those count that this read brought.",
        " A long one ",
        "two");
  }

  @Test
  @Order(2)
  void afterABlankLetterAnotherOneIsTold() throws ErrnoException {
    ends.say("  \n");
    told("A blank letter came.");
    serve("A blank letter came.");
    staysHere("A blank letter came.");
    ends.say("two");
    told(
        "A blank letter was ignored, and the interest was not armed again: this guest is on\n"
            + "the list, and nobody will ever be told of him.");
    serve("A letter came.");
    noted("A blank letter is not noted.", "two");
  }

  @Test
  @Order(3)
  void afterWouldBlockHeIsToldOfAgain() throws ErrnoException {
    ends.say("one");
    told("A letter came.");
    somebodyElseReads();
    serve("The letter had been taken by somebody else; the read answered WOULD_BLOCK.");
    staysHere(
        "The read answered WOULD_BLOCK: somebody else had taken the letter, and readiness is\n"
            + "a hint.");
    ends.say("two");
    told(
        "The read answered WOULD_BLOCK, and the interest was not armed again. The event is\n"
            + "used up all the same: the next letter was never told.");
    serve("A letter came.");
    noted("When there is nothing, nothing is noted.", "two");
  }

  @Test
  @Order(4)
  void theInterestStaysAOneshot() throws ErrnoException {
    ends.say("one");
    told("A letter came.");
    serve("A letter came.");
    ends.say("two");
    told("The second letter came.");
    if (isTold()) {
      fail(
          "One letter was told twice: the interest was armed, but not as a oneshot.\n"
              + log.last(4));
    }
    ends.say("three");
    if (isTold()) {
      fail(
          "He was told of, not served yet, and then told of again: the interest was armed as\n"
              + "an edge, not as a oneshot. Two stewards would now serve the same guest.\n"
              + log.last(4));
    }
  }

  @Test
  @Order(5)
  void nobodyIsToldWithoutReason() throws ErrnoException {
    ends.say("one");
    told("A letter came.");
    serve("A letter came.");
    if (isTold()) {
      fail(
          "There is nothing to read, and the guest is told of. What is he asked about?\n"
              + log.last(3));
    }
  }

  @Test
  @Order(6)
  void whateverALetterSaysItCounts() throws ErrnoException {
    allAreNoted(
        "A letter counts though it says the same as an earlier one, or is short.",
        "one",
        "two",
        "one",
        "one",
        "y");
    String full = "A letter that fills the desk, all the 64 bytes, counts like any other.";
    allAreNoted(full, "one", "two", "one", "one", "y", "x".repeat(64));
  }

  /** The letters come one after the other, as far as they have not been noted already. */
  private void allAreNoted(String rule, String... letters) throws ErrnoException {
    for (int nth = hall.notes().size(); nth < letters.length; nth++) {
      ends.say(letters[nth]);
      told("After a letter the interest was not armed again. The next one was never told.");
      serve("A letter came.");
    }
    noted(rule, letters);
  }

  private void staysHere(String moment) {
    if (kernel.fcntl(number, Linux.F_GETFD, 0) < 0 || hall.count() != 1) {
      fail(moment + "\nThe guest is still there and may write again: he is not to be closed.");
    }
  }

  /** In between somebody else reads what the steward was told of. */
  private void somebodyElseReads() {
    kernel.read(number, Memory.allocate(64), 0, 64);
  }
}
