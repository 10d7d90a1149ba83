package manor.benchmarks.subject;

import java.util.ArrayList;
import java.util.List;

/**
 * A server that can be started and measured.
 *
 * @param name how it is called in the records, as {@code netty}
 * @param label how it is called in tables
 * @param command the program and its arguments; it prints {@code port N} and ends with its input
 */
public record Subject(String name, String label, List<String> command) {
  /** The same, started by another program that is given this one's command line. */
  public Subject under(List<String> other) {
    List<String> all = new ArrayList<>(other);
    all.addAll(command);
    return new Subject(name, label, all);
  }
}
