package manor.tutor.pupil;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * One thing that the other JVM says about a run.
 *
 * @param kind what it is about
 * @param texts what it says, as {@link Kind} has it
 */
public record PupilWord(Kind kind, List<String> texts) {
  /** What a word can be about, with the texts it has. */
  public enum Kind {
    /** A test begins: {@code class#method}, what it is called in a report. */
    STARTED,
    /** A test passed: {@code class#method}. */
    PASSED,
    /** A test does not apply to this machine: {@code class#method}, why. */
    SKIPPED,
    /**
     * A test failed: {@code class#method}, {@code task}, {@code assertion} or the exception's name,
     * message, what was expected, what was got, and then the lines of the student's file that led
     * there.
     */
    FAILED,
    /**
     * The run does not end: {@code class#method}, {@code spins} or {@code waits}, the doctor's
     * words, and then the lines of the student's file where it is.
     */
    STUCK,
    /** The last system calls, oldest first. */
    TRAIL,
    /** What the student's code printed. */
    PRINTED,
    /** The run is over: {@code clean}, or why this JVM must not be used again. */
    DONE
  }

  /** Sends it, under the secret of its run. */
  void write(DataOutputStream out, String secret) throws IOException {
    PupilText.write(out, secret);
    out.writeByte(kind.ordinal());
    PupilText.write(out, texts);
    out.flush();
  }

  /**
   * Waits for a word.
   *
   * @param secret that of the run
   * @throws IOException if the other JVM has ended, or something else has written here
   */
  public static PupilWord read(DataInputStream in, String secret) throws IOException {
    if (!PupilText.read(in).equals(secret)) {
      throw new IOException("a word without the secret");
    }
    return new PupilWord(Kind.values()[in.readByte()], PupilText.readAll(in));
  }

  /** The text at a place, or nothing. */
  public String text(int index) {
    return index < texts.size() ? texts.get(index) : "";
  }
}
