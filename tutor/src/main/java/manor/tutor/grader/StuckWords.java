package manor.tutor.grader;

import manor.tutor.pupil.PupilWord;

/** What to say of a run that did not come to its end. */
final class StuckWords {
  static final String SILENT =
      "The run used up its time and all its breath: it was stopped, and could not say where it was."
          + "\nLook for a loop that makes more and more objects.";
  static final String MEMORY =
      "The run took all the memory it has (160 MB)."
          + "\nLook for a loop that adds to a list, or a buffer that grows, without an end.";
  static final String GONE =
      "The run ended in the middle, without a verdict." + "\nNo test counts as passed.";

  private StuckWords() {}

  static String of(PupilWord stuck) {
    String where = stuck.texts().size() > 3 ? " at " + stuck.text(3) : "";
    String first =
        stuck.text(1).equals("spins")
            ? "Your code goes round and round"
                + where
                + ", and never comes back.\nWhatever was to end this loop does not happen within it."
            : "Your code waits" + where + " for something that never comes.";
    return stuck.text(2).isEmpty() ? first : first + "\n\n" + stuck.text(2);
  }
}
