package manor.tutor.grader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import manor.tutor.pupil.PupilTask;
import manor.tutor.pupil.PupilWord;

/**
 * The other JVMs. Where speed counts, one is kept between runs and a spare waits beside it; where
 * points are given, each run has one of its own. One thread.
 */
public final class Pupils implements AutoCloseable {
  /** Whether a JVM may be used for a second run. */
  public enum Keeping {
    /** A run gets the JVM of the run before it, if that left nothing behind. */
    WARM,
    /** A run gets a JVM in which nobody has been. */
    FRESH
  }

  private final Keeping keeping;
  private final Deque<Pupil> waiting = new ArrayDeque<>();

  /** None is started yet. */
  public Pupils(Keeping keeping) {
    this.keeping = keeping;
  }

  /** Starts a JVM, so that it comes up while something else is done. */
  public void prepare() {
    prepare(1);
  }

  private void prepare(int count) {
    waiting.removeIf(pupil -> !pupil.isAlive());
    try {
      while (waiting.size() < count) {
        waiting.addLast(new Pupil());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PupilEnd run(PupilTask task, Consumer<PupilWord> listener) {
    prepare(1);
    Pupil pupil = waiting.removeFirst();
    boolean again = false;
    try {
      PupilEnd end = pupil.run(task, listener);
      again = end == PupilEnd.CLEAN && keeping == Keeping.WARM;
      return end;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return PupilEnd.GONE;
    } finally {
      if (again) {
        waiting.addFirst(pupil);
      } else {
        pupil.close();
      }
      if (keeping == Keeping.WARM) {
        prepare(again ? 2 : 1);
      }
    }
  }

  @Override
  public void close() {
    waiting.forEach(Pupil::close);
    waiting.clear();
  }
}
