package manor.explorer;

import java.util.ArrayList;
import java.util.List;
import manor.doctor.Diagnosis;
import manor.doctor.Doctor;
import manor.task.LedgerReader;

/**
 * An order in which a scenario fails.
 *
 * @param problem what went wrong
 * @param schedule to play it again
 * @param steps who did what, one after the other
 * @param diagnoses what the doctor says
 */
public record Finding(
    String problem, String schedule, List<String> steps, List<Diagnosis> diagnoses) {
  static Finding of(RunRecord run, String schedule) {
    List<Diagnosis> diagnoses = run.isStuck() ? Doctor.examine(run.ledgerLines()) : List.of();
    return new Finding(run.problem(), schedule, explained(run), diagnoses);
  }

  /** From the first moment at which a second actor is there; before, nothing can go wrong. */
  private static List<String> explained(RunRecord run) {
    List<String> steps = new ArrayList<>();
    StepWords words = new StepWords();
    LedgerReader reader = new LedgerReader(words);
    for (RunRecord.Event event : run.events()) {
      if (event.ofLedger()) {
        words.words = null;
        reader.read(event.line());
        add(steps, event.who(), words.words);
      } else {
        add(steps, event.who(), event.line());
      }
    }
    return steps;
  }

  private static void add(List<String> steps, String who, String words) {
    if (words != null) {
      steps.add("%3d  %-10s %s".formatted(steps.size() + 1, who, words));
    }
  }

  /** All of it, a line each: the steps, what went wrong, the doctor's words, the schedule. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>(steps);
    lines.add(problem);
    diagnoses.forEach(diagnosis -> lines.add(diagnosis.toString()));
    lines.add("schedule: " + schedule);
    return "\n" + String.join("\n", lines);
  }
}
