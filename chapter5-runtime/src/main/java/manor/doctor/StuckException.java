package manor.doctor;

import java.util.List;
import java.util.stream.Collectors;

/** A runtime would have waited for ever, or never rested; the message says why. */
public final class StuckException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnosis> diagnoses;

  StuckException(List<Diagnosis> diagnoses) {
    super(diagnoses.stream().map(Diagnosis::toString).collect(Collectors.joining("\n")));
    this.diagnoses = List.copyOf(diagnoses);
  }

  /** What is wrong, one by one. */
  public List<Diagnosis> diagnoses() {
    return diagnoses;
  }
}
