package manor.tutor.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import manor.tutor.workbench.Catalog;
import manor.tutor.workbench.Exercise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a student reads of an exception of the JDK: its meaning first, its name behind it. */
class ExceptionWordsTest {
  private final Exercise exercise = Catalog.ofThisProgram().find("modify-interest").orElseThrow();

  private final byte[] letter = new byte[4];
  private Integer nobody;

  private String meaningOf(Executable mistake) {
    Throwable thrown = assertThrows(RuntimeException.class, mistake);
    String message = thrown.getMessage() == null ? "" : thrown.getMessage();
    String words = ExceptionWords.of(thrown.getClass().getName(), message, exercise);
    return words.lines().findFirst().orElseThrow();
  }

  @Test
  void whatIsNullIsNamed() {
    assertEquals(
        "this.nobody is null, and was used as if somebody had put a value there.",
        meaningOf(() -> nobody.hashCode()));
  }

  @Test
  void thePlaceThatIsNotThereIsToldWithTheLastThatIs() {
    String four = "Place 4 was asked for, and the last is 3.";
    assertEquals(four, meaningOf(() -> String.valueOf(letter[4])));
    assertEquals(four, meaningOf(() -> List.of(1, 2, 3, 4).get(4)));
    assertEquals(
        "Place 0 was asked for, and nothing is there.", meaningOf(() -> new ArrayList<>().get(0)));
  }

  @Test
  void thePlaceIsToldEvenIfNobodySaysHowManyThereAre() {
    String words = meaningOf(() -> "abcd".charAt(4));
    assertEquals("Place 4 was asked for, and ", words.substring(0, 27));
  }

  @Test
  void aRangeThatIsNotThereIsToldToo() {
    assertEquals(
        "A place was asked for that is not there.", meaningOf(() -> "abcd".substring(2, 1)));
  }

  @Test
  void aBufferTellsWhichWayItWasWrong() {
    assertEquals(
        "More was taken from a buffer than is left in it.",
        meaningOf(() -> ByteBuffer.allocate(1).getInt()));
    assertEquals(
        "More was put into a buffer than there is room for.",
        meaningOf(() -> ByteBuffer.allocate(1).putInt(0)));
  }

  @Test
  void whatHasNoWordsOfItsOwnIsToldAsItIs() {
    assertEquals(
        "IllegalStateException: closed",
        meaningOf(
            () -> {
              throw new IllegalStateException("closed");
            }));
  }
}
