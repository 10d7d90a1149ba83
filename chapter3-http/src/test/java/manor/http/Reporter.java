package manor.http;

import java.util.List;
import manor.syscall.ErrnoException;

/** Writes down what it is told. */
record Reporter(List<String> report) implements ConnectionObserver {
  @Override
  public void contentLength(long key, long bytes) {
    report.add(key + " announces " + bytes);
  }

  @Override
  public void gotAllData(long key, long bytes) {
    report.add(key + " got " + bytes);
  }

  @Override
  public void answered(long key) {
    report.add(key + " answered");
  }

  @Override
  public void refused(long key, Status status) {
    report.add(key + " refused " + status.code());
  }

  @Override
  public void lost(long key, ErrnoException why) {
    report.add(key + " lost: " + why.getMessage());
  }

  @Override
  public void handlerFailed(long key, Throwable thrown) {
    report.add(key + " handler failed: " + thrown.getMessage());
  }
}
