package manor.tutor.workbench;

/** What an exercise asks for. */
public enum ExerciseKind {
  /** Write what is missing. */
  BUILD("build it"),
  /** Find the fault that is there, and mend it. */
  REPAIR("repair it"),
  /** Say what a run will do, before it does. */
  PREDICT("predict the run"),
  /** Find the bytes or the schedule that kill a wrong implementation. */
  BREAK("break the wrong one"),
  /** Make fewer system calls, and show it. */
  MEASURE("measure it");

  private final String words;

  ExerciseKind(String words) {
    this.words = words;
  }

  /** What the student is told to do: {@code repair it}. */
  public String words() {
    return words;
  }
}
