package manor.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sheet as a run might leave it. */
final class SampleSheet {
  private SampleSheet() {}

  static Sheet server() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("c", "C epoll loop");
    labels.put("manor", "Manor, chapter 4");
    labels.put("netty", "Netty, native epoll");
    return new Sheet(
        Topic.SERVER,
        "./manor bench server",
        "2026-01-31",
        Map.of("processor", "A <fast> one", "processors", "2", "kernel", "Linux 6"),
        Map.of("Java", "17"),
        labels,
        List.of(
            measure("c", Metric.CPU, 4, 5, 40),
            measure("c", Metric.THROUGHPUT, 123_450, 123_450, 123_450),
            measure("c", Metric.MEMORY, 1.5, 1.5, 1.5),
            measure("netty", Metric.CPU, 8, 10, 80),
            measure("netty", Metric.THROUGHPUT, 60_000, 60_000, 60_000),
            measure("netty", Metric.MEMORY, 90, 90, 90),
            measure("manor", Metric.CPU, 6, 6, 60),
            measure("manor", Metric.THROUGHPUT, 99_000, 99_000, 99_000),
            measure("manor", Metric.MEMORY, 60, 60, 60)),
        List.of("nginx: it is not installed here."),
        List.of());
  }

  private static Measure measure(String subject, Metric metric, double... values) {
    List<Double> list = Arrays.stream(values).boxed().toList();
    return new Measure("keep-alive, 512 connections", subject, metric, list);
  }
}
