package manor.docs.scene;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import manor.doctor.Diagnosis;
import manor.doctor.StuckException;

/** What the doctor says, in lines that a terminal holds; steps that nobody sees have no number. */
final class DoctorsWords {
  private static final Pattern LINE = Pattern.compile("(.{1,74})(?: +|$)");

  private DoctorsWords() {}

  static List<String> of(StuckException stuck) {
    return stuck.diagnoses().stream().flatMap(DoctorsWords::lines).toList();
  }

  private static Stream<String> lines(Diagnosis found) {
    String words = "The doctor says: " + found.ailment().title() + "; " + found.words();
    return LINE.matcher(words.replaceAll(" at step \\d+", ""))
        .results()
        .map((MatchResult line) -> "  " + line.group(1));
  }
}
