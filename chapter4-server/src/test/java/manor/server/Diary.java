package manor.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import manor.http.Status;
import manor.syscall.ErrnoException;

/** Writes down what a server tells, to be read by a test. Threads: any. */
final class Diary implements ServerObserver {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** How many lines begin like this. */
  int count(String beginning) {
    return (int) lines.stream().filter(line -> line.startsWith(beginning)).count();
  }

  boolean has(String line) {
    return lines.contains(line);
  }

  @Override
  public void lost(long key, ErrnoException why) {
    lines.add("lost " + key + " " + why.getMessage());
  }

  @Override
  public void closed(long key) {
    lines.add("closed " + key);
  }

  @Override
  public void answered(long key) {
    lines.add("answered " + key);
  }

  @Override
  public void refused(long key, Status status) {
    lines.add("refused " + key + " " + status.code());
  }

  @Override
  public void handlerFailed(long key, Throwable thrown) {
    lines.add("failed " + key + " " + thrown.getMessage());
  }

  @Override
  public void acceptFailed(ErrnoException why) {
    lines.add("accept " + why.getMessage());
  }

  @Override
  public void waitFailed(ErrnoException why) {
    lines.add("wait " + why.getMessage());
  }
}
