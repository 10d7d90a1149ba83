package manor.benchmarks;

import java.io.IOException;
import java.util.List;
import manor.benchmarks.subject.Programs;

/** From saving a file to the verdict on it, as {@code ./manor watch} shows it, warm. */
final class TutorExperiment implements Experiment {
  static final String SCENE = "from a save to the verdict";
  private static final String NAME = "watch";

  @Override
  public void run(Workplace workplace, Findings findings) throws IOException {
    workplace.progress().begin("tutor", 1);
    workplace.progress().step("saving again and again");
    findings.name(NAME, "./manor watch");
    String saves = workplace.pace().quick() ? "20" : "200";
    String manor = workplace.home().resolve("manor").toString();
    List<String> said = Programs.lines(List.of(manor, "time-verdicts", "--each", "--saves", saves));
    List<Double> times =
        said.stream().filter(TutorExperiment::isTime).map(TutorExperiment::time).toList();
    if (times.isEmpty()) {
      String why = said.isEmpty() ? "it said nothing" : said.get(0);
      findings.leaveOut("From save to verdict: the tutor did not time it (" + why + ").");
    }
    times.forEach(millis -> findings.add(SCENE, NAME, Metric.VERDICT, millis));
  }

  /** The point of a number is a comma in some languages. */
  private static double time(String line) {
    return Double.parseDouble(line.replace(',', '.'));
  }

  private static boolean isTime(String line) {
    return line.matches("\\d+([.,]\\d+)?");
  }
}
