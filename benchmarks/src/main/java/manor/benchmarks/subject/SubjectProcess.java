package manor.benchmarks.subject;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A running server, and what it has used. Threads: one.
 *
 * <p>It ends when its standard input does, so it does not outlive this process, however that ends.
 */
public final class SubjectProcess implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long NAP_NANOS = 5_000_000;

  private final Subject subject;
  private final Process process;
  private final InetSocketAddress address;
  private final Map<File, Long> threads = new HashMap<>();

  private SubjectProcess(Subject subject, Process process, int port) {
    this.subject = subject;
    this.process = process;
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param log where it may complain
   * @throws IOException when it does not come up
   */
  public static SubjectProcess start(Subject subject, Path log) throws IOException {
    Process process =
        new ProcessBuilder(subject.command())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .directory(new File("/"))
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = said.readLine();
    if (line == null || !line.matches("port \\d+")) {
      process.destroyForcibly();
      throw new IOException(subject.label() + " did not start; its words are in " + log);
    }
    int port = Integer.parseInt(line.substring("port ".length()));
    SubjectProcess started = new SubjectProcess(subject, process, port);
    started.awaitDoor();
    return started;
  }

  private void awaitDoor() throws IOException {
    long start = System.nanoTime();
    while (true) {
      try {
        new Socket(address.getAddress(), address.getPort()).close();
        return;
      } catch (IOException notYet) {
        if (System.nanoTime() - start > PATIENCE_NANOS) {
          close();
          throw new IOException(subject.label() + " does not listen at " + address, notYet);
        }
        LockSupport.parkNanos(NAP_NANOS);
      }
    }
  }

  /** What it is. */
  public Subject subject() {
    return subject;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return address;
  }

  /**
   * User and system time so far, of all its threads and children. A thread that has ended counts as
   * it was last seen.
   */
  public Duration cpu() {
    family().forEach(each -> look(Path.of("/proc/" + each.pid() + "/task")));
    if (threads.isEmpty()) {
      return family()
          .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
          .reduce(Duration.ZERO, Duration::plus);
    }
    return Duration.ofNanos(threads.values().stream().mapToLong(Long::longValue).sum());
  }

  /**
   * Reads nanoseconds on a processor, the first number of each thread's {@code schedstat} (Linux,
   * Documentation/scheduler/sched-stats): finer than the hundredths of a second of proc(5).
   */
  private void look(Path tasks) {
    for (File task : Objects.requireNonNullElse(tasks.toFile().listFiles(), new File[0])) {
      try {
        String line = Files.readString(task.toPath().resolve("schedstat"));
        threads.put(task, Long.parseLong(line.substring(0, line.indexOf(' '))));
      } catch (IOException ended) {
        continue;
      }
    }
  }

  /** Bytes of memory that are its own now: VmRSS of proc(5), children included. */
  public long residentBytes() {
    return family().mapToLong(each -> residentBytes(each.pid())).sum();
  }

  private Stream<ProcessHandle> family() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants());
  }

  private static long residentBytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .sum();
    } catch (IOException ended) {
      return 0;
    }
  }

  /** Ends it, and waits until it has ended. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
    } catch (IOException ended) {
      process.destroyForcibly();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
