package manor.simulator;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import manor.syscall.Errno;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.LinuxKernel;

/**
 * The same operations on both kernels, compared one by one: result, error, readiness and bytes.
 *
 * <p>A difference counts if it is there again when the real kernel is given time after every
 * operation. One that is not was the lateness of some packet.
 */
final class Differential implements AutoCloseable {
  /** How many descriptors of this process are looked for before the first sequence. */
  private static final int OWN_DESCRIPTORS = 160;

  /** Where two kernels differ: after which operation, and what each said. */
  record Difference(int index, Operation operation, String simulated, String real) {}

  private final Kernel linux = LinuxKernel.open();
  private final int quietEpoll = linux.epoll_create1(Linux.EPOLL_CLOEXEC);
  private final Supplier<Parts> parts;
  private final String directory;
  private long operations;
  private int late;

  Differential(Path directory, Supplier<Parts> parts) {
    this.directory = directory.toString();
    this.parts = parts;
  }

  /** How many operations have been compared. */
  long operations() {
    return operations;
  }

  /** How many differences went away when they were looked at again with patience. */
  int late() {
    return late;
  }

  /** The first difference that lasts, or null. */
  Difference compare(List<Operation> sequence) {
    Difference difference = run(sequence, false);
    operations += sequence.size();
    if (difference == null) {
      return null;
    }
    Difference again = recurs(sequence) ? confirm(sequence) : null;
    late += again == null ? 1 : 0;
    return again;
  }

  /**
   * The first difference that is there, twice, although the real kernel was given time; or null.
   */
  Difference confirm(List<Operation> sequence) {
    Difference once = run(sequence, true);
    return once != null && once.equals(run(sequence, true)) ? once : null;
  }

  /** Whether there is the same difference twice, in a hurry. */
  boolean recurs(List<Operation> sequence) {
    Difference once = run(sequence, false);
    return once != null && once.equals(run(sequence, false));
  }

  private Difference run(List<Operation> sequence, boolean patient) {
    World world = new World(parts.get());
    plant(world.files());
    SimulatedKernel kernel = new SimulatedKernel(world);
    for (int fd = 0; fd < OWN_DESCRIPTORS; fd++) {
      if (linux.fcntl(fd, Linux.F_GETFD, 0) != -Errno.EBADF) {
        kernel.table().occupy(fd);
      }
    }
    Workbench simulated = new SimulatedBench(kernel, directory);
    Workbench real = new LinuxBench(linux, directory, quietEpoll, patient);
    try {
      return run(sequence, simulated, real);
    } finally {
      real.closeAll();
    }
  }

  private static Difference run(List<Operation> sequence, Workbench simulated, Workbench real) {
    for (int i = 0; i < sequence.size(); i++) {
      Operation operation = sequence.get(i);
      simulated.perform(operation);
      real.perform(operation);
      if (simulated.said().compareTo(real.said()) != 0) {
        String here = simulated.said().toString();
        return new Difference(i, operation, here, real.said().toString());
      }
    }
    return null;
  }

  private void plant(FileTree files) {
    files.file(directory + "/plain", Samples.PLAIN).file(directory + "/sub/inner", Samples.INNER);
    files.link(directory + "/link", "plain").link(directory + "/loop", "loop");
  }

  @Override
  public void close() {
    linux.close(quietEpoll);
  }
}
