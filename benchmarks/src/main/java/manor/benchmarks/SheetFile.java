package manor.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a sheet is written down as JSON, and read again. */
final class SheetFile {
  private SheetFile() {}

  static String write(Sheet sheet) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("benchmark", sheet.topic().typed());
    map.put("command", sheet.command());
    map.put("recorded", sheet.recorded());
    map.put("machine", sheet.machine());
    map.put("versions", sheet.versions());
    map.put("subjects", sheet.labels());
    map.put("measures", sheet.measures().stream().map(SheetFile::map).toList());
    map.put("leftOut", sheet.leftOut());
    map.put("failures", sheet.failures());
    return JsonTree.write(map);
  }

  private static Map<String, Object> map(Measure measure) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("scene", measure.scene());
    map.put("subject", measure.subject());
    map.put("metric", measure.metric().key());
    map.put("values", measure.values().stream().map(SheetFile::rounded).toList());
    return map;
  }

  /** Five digits: more would be noise. */
  private static Double rounded(double value) {
    return Double.valueOf(String.format(Locale.ROOT, "%.4e", value));
  }

  /**
   * Reads a sheet.
   *
   * @throws IllegalArgumentException when the text is none
   */
  static Sheet read(String text) {
    if (!(JsonTree.read(text) instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("not a sheet");
    }
    return new Sheet(
        Topic.named(string(map.get("benchmark"))).orElseThrow(IllegalArgumentException::new),
        string(map.get("command")),
        string(map.get("recorded")),
        strings(map.get("machine")),
        strings(map.get("versions")),
        strings(map.get("subjects")),
        list(map.get("measures")).stream().map(SheetFile::measure).toList(),
        list(map.get("leftOut")).stream().map(SheetFile::string).toList(),
        list(map.get("failures")).stream().map(SheetFile::string).toList());
  }

  private static Measure measure(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("not a measure: " + value);
    }
    return new Measure(
        string(map.get("scene")),
        string(map.get("subject")),
        Metric.of(string(map.get("metric"))),
        list(map.get("values")).stream().map(Double.class::cast).toList());
  }

  private static String string(Object value) {
    if (value instanceof String string) {
      return string;
    }
    throw new IllegalArgumentException("not a string: " + value);
  }

  private static List<?> list(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("not a list: " + value);
  }

  private static Map<String, String> strings(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("not an object: " + value);
    }
    Map<String, String> strings = new LinkedHashMap<>();
    map.forEach((key, each) -> strings.put(string(key), string(each)));
    return strings;
  }
}
