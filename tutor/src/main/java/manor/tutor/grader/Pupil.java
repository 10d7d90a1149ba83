package manor.tutor.grader;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import manor.tutor.pupil.PupilMain;
import manor.tutor.pupil.PupilTask;
import manor.tutor.pupil.PupilWord;

/**
 * The other JVM, seen from here. It is started at once and is ready for a task whenever it has come
 * up; it ends when its input does, or when it is ended.
 */
final class Pupil implements AutoCloseable {
  /** Of silence; longer than a stuck run takes to say so. */
  private static final long PATIENCE_MILLIS = 4600;

  private static final long SPENT_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final long MOST_MILLIS = 40_000;

  private static final PupilWord SILENCE = new PupilWord(null, List.of());

  private final Process process;
  private final DataOutputStream out;

  Pupil() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().clear();
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    process = builder.start();
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx160m",
            "-Xss1m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-UsePerfData",
            "-Xlog:disable",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow"));
    String archive = System.getProperty("manor.archive", "");
    if (!archive.isEmpty() && new File(archive).length() > 0) {
      command.add("-XX:SharedArchiveFile=" + archive);
    }
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), PupilMain.class.getName()));
    return command;
  }

  /**
   * Has a task run, and hands over each word of it.
   *
   * @return how it ended
   */
  PupilEnd run(PupilTask task, Consumer<PupilWord> listener) throws InterruptedException {
    BlockingQueue<PupilWord> words = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(task.secret(), words), "pupil-reader");
    reader.setDaemon(true);
    try {
      task.write(out);
    } catch (IOException ended) {
      return ending();
    }
    reader.start();
    return follow(words, listener);
  }

  private PupilEnd follow(BlockingQueue<PupilWord> words, Consumer<PupilWord> listener)
      throws InterruptedException {
    long start = System.nanoTime();
    long usedBefore = used();
    while (true) {
      PupilWord word = words.poll(100, TimeUnit.MILLISECONDS);
      if (word == SILENCE) {
        return ending();
      } else if (word != null) {
        listener.accept(word);
        start = System.nanoTime();
        usedBefore = used();
        if (word.kind() == PupilWord.Kind.DONE) {
          return word.text(0).equals("clean") ? PupilEnd.CLEAN : PupilEnd.SPENT;
        }
      } else {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        boolean spent = millis > PATIENCE_MILLIS && used() - usedBefore > SPENT_NANOS;
        if (spent || millis > MOST_MILLIS) {
          return PupilEnd.SILENT;
        }
      }
    }
  }

  private long used() {
    return process.info().totalCpuDuration().map(d -> d.toNanos()).orElse(0L);
  }

  private PupilEnd ending() throws InterruptedException {
    boolean over = process.waitFor(1, TimeUnit.SECONDS);
    return over && process.exitValue() == 3 ? PupilEnd.OUT_OF_MEMORY : PupilEnd.GONE;
  }

  private void read(String secret, BlockingQueue<PupilWord> words) {
    try {
      DataInputStream in = input();
      PupilWord word;
      do {
        word = PupilWord.read(in, secret);
        words.add(word);
      } while (word.kind() != PupilWord.Kind.DONE);
    } catch (IOException | RuntimeException ended) {
      words.add(SILENCE);
    }
  }

  private DataInputStream input() {
    return new DataInputStream(new BufferedInputStream(process.getInputStream(), 1));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
