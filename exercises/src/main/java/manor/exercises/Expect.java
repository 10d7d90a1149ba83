package manor.exercises;

import java.util.Objects;
import org.opentest4j.AssertionFailedError;

/**
 * What a test of an exercise expects, with the mistake in words: what a student reads is the
 * message and nothing else, so it says what was done, and what that leads to.
 *
 * <p>Threads: any.
 */
public final class Expect {
  private Expect() {}

  /** It holds, or {@code mistake} was made. */
  public static void that(boolean holds, String mistake) {
    if (!holds) {
      throw mistake(mistake);
    }
  }

  /** It is this, or {@code mistake} was made. */
  public static void equal(Object expected, Object got, String mistake) {
    if (!Objects.equals(expected, got)) {
      throw Trail.mistake(new AssertionFailedError(mistake, expected, got));
    }
  }

  /** There is always a mistake if we come here. */
  public static AssertionFailedError mistake(String mistake) {
    return Trail.mistake(new AssertionFailedError(mistake));
  }

  /** The same, found by what was thrown: where that happened is shown to the student. */
  public static AssertionFailedError mistake(String mistake, Throwable thrown) {
    return Trail.mistake(new AssertionFailedError(mistake, thrown));
  }
}
