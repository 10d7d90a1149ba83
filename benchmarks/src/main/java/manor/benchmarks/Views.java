package manor.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sheet as tables: the same for the terminal and for the book. */
final class Views {
  private static final String SAME = "1.00";

  private final Sheet sheet;

  Views(Sheet sheet) {
    this.sheet = sheet;
  }

  /** The tables by the name of what they show, in the order they are read. */
  Map<String, Table> tables() {
    Map<String, Table> tables = new LinkedHashMap<>();
    for (String scene : sheet.scenes()) {
      if (has(scene, Metric.CPU)) {
        tables.put(scene, cost(scene, Metric.CPU, "us a request", Metric.THROUGHPUT, "a second"));
      } else if (has(scene, Metric.CPU_A_MIB)) {
        tables.put(scene, cost(scene, Metric.CPU_A_MIB, "us a MiB", Metric.MIB_A_SECOND, "MiB/s"));
      } else if (has(scene, Metric.NANOS)) {
        tables.put(scene, nanos(scene));
      } else if (has(scene, Metric.CALLS) && !scene.contains(": ")) {
        tables.put(scene, calls(scene));
      }
      if (has(scene, Metric.VERDICT)) {
        tables.put(scene, verdicts(scene));
      }
      if (has(scene, Metric.P50)) {
        tables.put(scene + ", delays", delays(scene));
      }
    }
    return tables;
  }

  private boolean has(String scene, Metric metric) {
    return !sheet.subjects(scene, metric).isEmpty();
  }

  /** The subjects of a scene, the cheapest first. */
  List<String> ranked(String scene, Metric metric) {
    return sheet.subjects(scene, metric).stream()
        .sorted(Comparator.comparingDouble(subject -> spread(scene, subject, metric).median()))
        .toList();
  }

  private Spread spread(String scene, String subject, Metric metric) {
    return sheet.spread(scene, subject, metric).orElseThrow();
  }

  /** With whom the others of a scene are compared: C, or else the plain NIO loop, or the first. */
  String base(String scene, Metric metric) {
    List<String> subjects = sheet.subjects(scene, metric);
    boolean inC = subjects.get(0).equals("c") || subjects.get(0).startsWith("c-");
    return !inC && subjects.contains("nio") ? "nio" : subjects.get(0);
  }

  /** How many times the base's value this one's is, round by round. */
  Optional<Spread> ratio(String scene, String subject, Metric metric) {
    return sheet
        .values(scene, subject, metric)
        .map(own -> Spread.ofRatios(own, baseValues(scene, metric)));
  }

  private List<Double> baseValues(String scene, Metric metric) {
    return sheet.values(scene, base(scene, metric), metric).orElseThrow();
  }

  /** Compared with {@code C epoll loop}, it is {@code times C}. */
  private String baseHead(String scene, Metric metric) {
    return "times " + sheet.labels().get(base(scene, metric)).split("[ ,]")[0];
  }

  private Table cost(String scene, Metric cpu, String head, Metric speed, String speedHead) {
    List<List<String>> rows = new ArrayList<>();
    for (String subject : ranked(scene, cpu)) {
      Spread spread = spread(scene, subject, cpu);
      rows.add(
          List.of(
              sheet.labels().get(subject),
              Figure.of(spread.median()),
              Figure.range(spread),
              ratio(scene, subject, cpu).map(Figure::ratio).orElse(SAME),
              Figure.of(spread(scene, subject, speed).median()),
              Figure.of(spread(scene, subject, Metric.MEMORY).median())));
    }
    return new Table(
        scene + ", microseconds of processor time",
        List.of("server", head, Table.RANGE, baseHead(scene, cpu), speedHead, "MiB held"),
        rows);
  }

  private Table delays(String scene) {
    List<List<String>> rows = new ArrayList<>();
    for (String subject : ranked(scene, Metric.P50)) {
      List<String> row = new ArrayList<>(List.of(sheet.labels().get(subject)));
      row.add(Figure.of(spread(scene, subject, Metric.P50).median()));
      row.add(Figure.of(spread(scene, subject, Metric.P99).median()));
      row.add(Figure.range(spread(scene, subject, Metric.P99)));
      row.add(Figure.of(spread(scene, subject, Metric.P999).median()));
      rows.add(row);
    }
    return new Table(
        scene + ", microseconds from due to answered",
        List.of("server", "50%", "99%", Table.RANGE, "99.9%"),
        rows);
  }

  private Table verdicts(String scene) {
    List<List<String>> rows = new ArrayList<>();
    for (String subject : sheet.subjects(scene, Metric.VERDICT)) {
      List<Double> sorted =
          sheet.values(scene, subject, Metric.VERDICT).orElseThrow().stream().sorted().toList();
      Spread spread = Spread.of(sorted);
      rows.add(
          List.of(
              sheet.labels().get(subject),
              String.valueOf(sorted.size()),
              Figure.of(spread.median()),
              Figure.of(sorted.get(sorted.size() * 95 / 100)),
              Figure.of(spread.high())));
    }
    return new Table(
        scene + ", milliseconds", List.of("by", "saves", "50%", "95%", "longest"), rows);
  }

  private Table nanos(String function) {
    List<List<String>> rows = new ArrayList<>();
    for (String style : ranked(function, Metric.NANOS)) {
      Spread spread = spread(function, style, Metric.NANOS);
      rows.add(
          List.of(sheet.labels().get(style), Figure.of(spread.median()), Figure.range(spread)));
    }
    return new Table(called(function), List.of("way", "ns a call", Table.RANGE), rows);
  }

  /** A function as the reader is told of it. */
  static String called(String function) {
    return function.equals(SyscallExperiment.NOTHING)
        ? "a function that does nothing: strnlen of no bytes"
        : "a system call: write of 64 bytes to /dev/null";
  }

  private Table calls(String scene) {
    List<List<String>> rows = new ArrayList<>();
    for (String subject : ranked(scene, Metric.CALLS)) {
      rows.add(
          List.of(
              sheet.labels().get(subject),
              Figure.of(spread(scene, subject, Metric.CALLS).median()),
              mostCalled(scene, subject)));
    }
    return new Table("system " + scene, List.of("server", "a request", "of them"), rows);
  }

  /** The three that are made most often. */
  private String mostCalled(String scene, String subject) {
    return sheet.measures().stream()
        .filter(measure -> measure.scene().startsWith(scene + ": "))
        .filter(measure -> measure.subject().equals(subject))
        .sorted(Comparator.comparingDouble(measure -> -measure.values().get(0)))
        .limit(3)
        .filter(measure -> measure.values().get(0) >= 0.01)
        .map(
            measure ->
                measure.scene().substring(scene.length() + 2)
                    + " "
                    + Figure.of(measure.values().get(0)))
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }

  /** Neighbours in a table whose rounds overlap: this run does not say which is cheaper. */
  List<String> tooClose(String scene, Metric metric) {
    List<String> ranked = ranked(scene, metric);
    List<String> pairs = new ArrayList<>();
    for (int i = 1; i < ranked.size(); i++) {
      String one = ranked.get(i - 1);
      String other = ranked.get(i);
      if (!spread(scene, one, metric).isApartFrom(spread(scene, other, metric))) {
        pairs.add(sheet.labels().get(one) + " and " + sheet.labels().get(other));
      }
    }
    return pairs;
  }
}
