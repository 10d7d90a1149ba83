package manor.benchmarks;

import java.util.List;

/**
 * One thing that was measured, round by round.
 *
 * @param scene under which circumstances, as {@code keep-alive 64}
 * @param subject of whom, as {@code netty}
 * @param metric what
 * @param values one a round, in the metric's unit
 */
record Measure(String scene, String subject, Metric metric, List<Double> values) {
  boolean is(String otherScene, String otherSubject, Metric otherMetric) {
    return scene.equals(otherScene) && subject.equals(otherSubject) && metric == otherMetric;
  }
}
