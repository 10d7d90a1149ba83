package manor.benchmarks;

/** From saving a file to the verdict on it: not yet, as there is no command to ask. */
final class TutorExperiment implements Experiment {
  @Override
  public void run(Workplace workplace, Findings findings) {
    findings.leaveOut("From save to verdict: the tutor has no command yet that could be timed.");
  }
}
