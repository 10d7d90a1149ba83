package manor.tutor.pupil;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One run: what the tutor asks of the other JVM.
 *
 * @param secret every answer begins with it
 * @param className the student's class; if it is in a package of its own below {@code
 *     manor.exercises}, only that package is loaded anew
 * @param shared else, the packages of the house that cannot know of the student's class, and are
 *     loaded once for all runs
 * @param tests classes, or {@code class#method}
 * @param rounds how often all of them are run
 * @param classes the student's classes, by name
 */
public record PupilTask(
    String secret,
    String className,
    List<String> shared,
    List<String> tests,
    int rounds,
    Map<String, byte[]> classes) {

  /** Sends it. */
  public void write(DataOutputStream out) throws IOException {
    PupilText.write(out, secret);
    PupilText.write(out, className);
    PupilText.write(out, shared);
    PupilText.write(out, tests);
    out.writeInt(rounds);
    out.writeInt(classes.size());
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      PupilText.write(out, entry.getKey());
      PupilText.write(out, entry.getValue());
    }
    out.flush();
  }

  static PupilTask read(DataInputStream in) throws IOException {
    String secret = PupilText.read(in);
    String className = PupilText.read(in);
    List<String> shared = PupilText.readAll(in);
    List<String> tests = PupilText.readAll(in);
    int rounds = in.readInt();
    Map<String, byte[]> classes = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      classes.put(PupilText.read(in), PupilText.readBytes(in));
    }
    return new PupilTask(secret, className, shared, tests, rounds, classes);
  }
}
