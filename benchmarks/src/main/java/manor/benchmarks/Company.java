package manor.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import manor.benchmarks.subject.Subject;
import manor.benchmarks.subject.SubjectProcess;

/** Servers that run side by side, so that their rounds can be interleaved. Threads: one. */
final class Company implements AutoCloseable {
  private final List<SubjectProcess> servers = new ArrayList<>();

  /** Starts all; who does not start is left out. */
  static Company start(List<Subject> subjects, Workplace workplace, Findings findings) {
    Company company = new Company();
    for (Subject subject : subjects) {
      try {
        company.servers.add(SubjectProcess.start(subject, workplace.roster().log()));
        findings.name(subject.name(), subject.label());
      } catch (IOException failed) {
        findings.leaveOut(subject.label() + ": " + failed.getMessage());
      }
    }
    return company;
  }

  int size() {
    return servers.size();
  }

  /** All, each round beginning with another, so that none is always the first after a pause. */
  List<SubjectProcess> inOrderOf(int round) {
    List<SubjectProcess> turned = new ArrayList<>(servers);
    Collections.rotate(turned, -round);
    return turned;
  }

  @Override
  public void close() {
    servers.forEach(SubjectProcess::close);
  }
}
