package manor.simulator;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What a client of the outside world does, line by line:
 *
 * <pre>
 *   Script.start()
 *       .pause(5 * MILLI)
 *       .connect(address)
 *       .send("GET / HT").pause(MILLI).send("TP/1.1\r\n\r\n")
 *       .awaitEnd();
 * </pre>
 *
 * <p>While it follows its script a client reads whatever comes, unless the script says how slowly.
 * A script is a value: each method answers with a longer one.
 */
public final class Script {
  private static final Script EMPTY = new Script(null, null);

  private final Script before;
  private final ScriptStep last;

  private Script(Script before, ScriptStep last) {
    this.before = before;
    this.last = last;
  }

  /** A script in which nothing happens. */
  public static Script start() {
    return EMPTY;
  }

  private Script then(ScriptStep step) {
    return new Script(this, step);
  }

  /** Lets time pass. */
  public Script pause(long nanos) {
    return then(new ScriptStep.Pause(nanos));
  }

  /** Connects, and goes on once that has succeeded; if it fails the script ends here. */
  public Script connect(InetSocketAddress address) {
    return then(new ScriptStep.Connect(address));
  }

  /** Sends bytes in one piece, and goes on once the other side's kernel has let all of them in. */
  public Script send(byte[] bytes) {
    return then(new ScriptStep.Send(bytes.clone()));
  }

  /** Sends text in UTF-8, as {@link #send(byte[])}. */
  public Script send(String text) {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends bytes in pieces of {@code size}, with a pause after each. */
  public Script sendPieces(byte[] bytes, int size, long nanos) {
    Script script = this;
    for (int from = 0; from < bytes.length; from += size) {
      byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size));
      script = script.send(piece).pause(nanos);
    }
    return script;
  }

  /** From now on reads at most {@code bytes} at a time, with a pause after each read. */
  public Script readSlowly(int bytes, long nanos) {
    return then(new ScriptStep.ReadPace(bytes, nanos));
  }

  /** From now on reads nothing. */
  public Script stopReading() {
    return readSlowly(0, 0);
  }

  /** Waits until {@code count} bytes have come since the beginning, or no more will. */
  public Script awaitBytes(int count) {
    return then(new ScriptStep.AwaitBytes(count));
  }

  /** Waits until the other side ends the connection, in whatever way. */
  public Script awaitEnd() {
    return then(new ScriptStep.AwaitEnd());
  }

  /** Sends no more: the other side reads the end of file. */
  public Script halfClose() {
    return then(new ScriptStep.HalfClose());
  }

  /** Leaves in good order. */
  public Script close() {
    return then(new ScriptStep.Close());
  }

  /** Cuts the connection. */
  public Script reset() {
    return then(new ScriptStep.Reset());
  }

  /** Is gone without a word. */
  public Script vanish() {
    return then(new ScriptStep.Vanish());
  }

  List<ScriptStep> steps() {
    Deque<ScriptStep> steps = new ArrayDeque<>();
    for (Script script = this; script.before != null; script = script.before) {
      steps.addFirst(script.last);
    }
    return List.copyOf(steps);
  }

  @Override
  public String toString() {
    return steps().toString();
  }
}
