package manor.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything one benchmark found, and where: what is kept as JSON.
 *
 * @param topic which benchmark
 * @param command what to type to measure it again
 * @param recorded the day, as 2026-01-31
 * @param machine what it was measured on
 * @param versions of what
 * @param labels the subjects by their names, in the order of the tables
 * @param measures what was measured
 * @param leftOut what could not be measured here, and why
 * @param failures runs that were refused, and why
 */
record Sheet(
    Topic topic,
    String command,
    String recorded,
    Map<String, String> machine,
    Map<String, String> versions,
    Map<String, String> labels,
    List<Measure> measures,
    List<String> leftOut,
    List<String> failures) {
  /** The values of one measure, if it was taken. */
  Optional<List<Double>> values(String scene, String subject, Metric metric) {
    return measures.stream()
        .filter(measure -> measure.is(scene, subject, metric))
        .map(Measure::values)
        .findFirst();
  }

  /** The spread of one measure, if it was taken. */
  Optional<Spread> spread(String scene, String subject, Metric metric) {
    return values(scene, subject, metric).map(Spread::of);
  }

  /** The scenes, in the order they were played. */
  List<String> scenes() {
    return measures.stream().map(Measure::scene).distinct().toList();
  }

  /** Those of whom something was measured in a scene, in the order of the tables. */
  List<String> subjects(String scene, Metric metric) {
    return labels.keySet().stream()
        .filter(subject -> values(scene, subject, metric).isPresent())
        .toList();
  }
}
