package manor.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A sheet as plots of one width. */
final class Gallery {
  /** Lines of the same kind of waiting have one colour. */
  private static final Map<String, String> STYLES =
      Map.of(
          "c-epoll", "green", "c-poll", "blue", "c-select", "red", "manor", "gold", "nio", "green");

  private static final String REQUEST = "processor time a request, microseconds";

  private final Sheet sheet;
  private final Views views;
  private final PlotWidth width;

  Gallery(Sheet sheet, PlotWidth width) {
    this.sheet = sheet;
    this.width = width;
    this.views = new Views(sheet);
  }

  /** Everything worth drawing of it. */
  List<Plot> plots() {
    return switch (sheet.topic()) {
      case SERVER -> server();
      case SYSCALLS -> all("syscalls", "What a call costs", Metric.NANOS);
      case IDLE -> idle();
      case UPLOAD -> all("upload", "What a MiB of body costs", Metric.CPU_A_MIB);
      case RUNTIME -> all("runtime", "What an echo costs", Metric.CPU);
      case TUTOR -> List.of();
    };
  }

  /** A plot for each kind of scene, and two for what is asked by the clock. */
  private List<Plot> server() {
    List<Plot> plots = new ArrayList<>();
    sheet.scenes().stream()
        .filter(scene -> !scene.equals(ServerExperiment.AT_RATE))
        .collect(Collectors.groupingBy(Gallery::kind, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (kind, scenes) ->
                plots.addAll(
                    bars(
                        BookPages.slug(kind),
                        "What a request costs the server, " + kind,
                        groups(scenes, Metric.CPU))));
    List<String> atRate = List.of(ServerExperiment.AT_RATE);
    plots.addAll(bars("waits", "What a request by the clock waits", groups(atRate, Metric.P99)));
    plots.addAll(
        bars("by-the-clock", "What a request by the clock costs", groups(atRate, Metric.CPU)));
    return plots;
  }

  /** Of {@code keep-alive, 64 connections} it is {@code keep-alive}. */
  private static String kind(String scene) {
    return scene.replaceFirst(", .*", "");
  }

  private List<Plot> all(String name, String title, Metric metric) {
    return bars(name, title, groups(sheet.scenes(), metric));
  }

  private List<Plot> bars(String name, String title, List<BarPlot.Group> groups) {
    return groups.isEmpty()
        ? List.of()
        : List.of(new BarPlot("plot-" + name, title, groups).draw(width));
  }

  private List<BarPlot.Group> groups(List<String> scenes, Metric metric) {
    List<BarPlot.Group> groups = new ArrayList<>();
    for (String scene : scenes) {
      List<BarPlot.Bar> bars =
          views.ranked(scene, metric).stream().map(subject -> bar(scene, subject, metric)).toList();
      if (!bars.isEmpty()) {
        String shown = metric == Metric.NANOS ? Views.called(scene) : scene;
        groups.add(new BarPlot.Group(shown, measured(metric), bars));
      }
    }
    return groups;
  }

  private String measured(Metric metric) {
    return switch (metric) {
      case NANOS -> "nanoseconds a call";
      case CPU_A_MIB -> "processor time a MiB, microseconds";
      case P99 -> "what 99 of 100 requests waited at most, microseconds";
      default -> sheet.topic() == Topic.RUNTIME ? "processor time an echo, microseconds" : REQUEST;
    };
  }

  private BarPlot.Bar bar(String scene, String subject, Metric metric) {
    boolean own = List.of("manor", "runtime", "runtime-echo", "kernel").contains(subject);
    Spread spread = sheet.spread(scene, subject, metric).orElseThrow();
    return new BarPlot.Bar(sheet.labels().get(subject), spread, own);
  }

  private List<Plot> idle() {
    List<LinePlot.Line> byInterest = new ArrayList<>();
    List<LinePlot.Line> byReady = new ArrayList<>();
    boolean inC = sheet.labels().containsKey("c-epoll");
    for (String subject : sheet.labels().keySet()) {
      boolean shown = inC ? subject.startsWith("c-") : subject.startsWith("nio");
      if (shown || subject.equals("manor")) {
        line(subject, IdleExperiment.CROWDS, true).ifPresent(byInterest::add);
        line(subject, IdleExperiment.ASKING, false).ifPresent(byReady::add);
      }
    }
    List<Plot> plots = new ArrayList<>();
    if (!byInterest.isEmpty()) {
      plots.add(
          new LinePlot(
                  "plot-interest",
                  "What the interest set costs",
                  "idle connections, while 16 others ask",
                  REQUEST,
                  byInterest)
              .draw(width));
    }
    if (!byReady.isEmpty()) {
      plots.add(
          new LinePlot(
                  "plot-ready",
                  "What the ready set costs",
                  "connections that ask, beside 3,000 idle ones",
                  REQUEST,
                  byReady)
              .draw(width));
    }
    return plots;
  }

  private Optional<LinePlot.Line> line(String subject, List<Integer> counts, boolean crowds) {
    List<LinePlot.Point> points = new ArrayList<>();
    for (int count : counts) {
      String scene =
          crowds
              ? IdleExperiment.scene(IdleExperiment.FEW, count)
              : IdleExperiment.scene(count, IdleExperiment.STEADY_CROWD);
      sheet
          .spread(scene, subject, Metric.CPU)
          .ifPresent(spread -> points.add(new LinePlot.Point(count, spread)));
    }
    String style = STYLES.getOrDefault(subject, "blue");
    return points.size() < 2
        ? Optional.empty()
        : Optional.of(new LinePlot.Line(sheet.labels().get(subject), style, points));
  }
}
