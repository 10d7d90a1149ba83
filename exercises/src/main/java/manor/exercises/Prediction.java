package manor.exercises;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One question of an exercise in which a run is predicted.
 *
 * @param question what it is called in the student's file, and what it asks
 * @param run the answer that the real run gave: one of the letters
 * @param whyNot for every letter, what to tell whoever chose it and was wrong
 */
public record Prediction(String question, String run, Map<String, String> whyNot) {
  /** Compares what was predicted with the run. */
  public void check(String predicted) {
    if (!whyNot.containsKey(run)) {
      throw new IllegalStateException(question + ": the run gave '" + run + "'");
    }
    String letter = predicted == null ? "" : predicted.strip().toLowerCase(Locale.ROOT);
    String letters = String.join(", ", new TreeMap<>(whyNot).keySet());
    if (letter.equals("?") || letter.isEmpty()) {
      throw Todo.yours(question + "\nWrite one of " + letters + ".");
    }
    if (!whyNot.containsKey(letter)) {
      throw new AssertionError(
          question + "\n'" + predicted + "' is none of the letters " + letters + ".");
    }
    if (!letter.equals(run)) {
      throw new AssertionError(question + "\nNot " + letter + ": " + whyNot.get(letter));
    }
  }
}
