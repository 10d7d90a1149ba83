package manor.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is found while measuring goes on. Threads: one.
 *
 * <p>Invariant: of a subject that gave a wrong answer in a scene, nothing is kept from that scene,
 * and nothing is added to it later.
 */
final class Findings {
  private record Place(String scene, String subject) {}

  private final List<Measure> measures = new ArrayList<>();
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Set<String> leftOut = new LinkedHashSet<>();
  private final Map<Place, String> failures = new LinkedHashMap<>();

  /** Names a subject; the first that is named is what the others are compared with. */
  void name(String subject, String label) {
    labels.put(subject, label);
  }

  /** Adds one round's value. */
  void add(String scene, String subject, Metric metric, double value) {
    if (hasFailed(scene, subject)) {
      return;
    }
    for (Measure measure : measures) {
      if (measure.is(scene, subject, metric)) {
        measure.values().add(value);
        return;
      }
    }
    measures.add(new Measure(scene, subject, metric, new ArrayList<>(List.of(value))));
  }

  /** Says what is not measured here, and why. */
  void leaveOut(String what) {
    leftOut.add(what);
  }

  /** Refuses a subject in a scene: what it gave there is no result. */
  void fail(String scene, String subject, String why) {
    failures.putIfAbsent(new Place(scene, subject), why);
    measures.removeIf(
        measure -> measure.scene().equals(scene) && measure.subject().equals(subject));
  }

  boolean hasFailed(String scene, String subject) {
    return failures.containsKey(new Place(scene, subject));
  }

  Sheet sheet(
      Topic topic,
      String command,
      String recorded,
      Map<String, String> machine,
      Map<String, String> versions) {
    List<String> refused = new ArrayList<>();
    failures.forEach(
        (place, why) ->
            refused.add(
                labels.getOrDefault(place.subject(), place.subject())
                    + (", " + place.scene() + ": " + why)));
    return new Sheet(
        topic,
        command,
        recorded,
        machine,
        versions,
        labels,
        measures,
        List.copyOf(leftOut),
        refused);
  }
}
