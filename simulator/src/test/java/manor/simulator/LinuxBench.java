package manor.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jnr.ffi.LibraryLoader;
import manor.syscall.EpollEvent;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;

/**
 * A workbench on the real kernel. There a byte sent over a connection arrives at once, but for two
 * things: an acknowledgement may be put off, which is asked not to be; and once in a long while the
 * work of the network is left to another thread, for which {@code patient} waits.
 */
final class LinuxBench extends Workbench {
  private static final int TCP_QUICKACK = 12;
  private static final int RLIMIT_NOFILE = 7;
  private static final int PATIENCE_MILLIS = 4;

  /** The one call of the C library that tests need and the book does not. */
  public interface Resources {
    int prlimit(int process, int resource, ByteBuffer wanted, ByteBuffer before);
  }

  private static final Resources RESOURCES = LibraryLoader.create(Resources.class).load("c");

  private final Memory one = Memory.allocate(4);
  private final Memory nothing = Memory.allocate(EpollEvent.SIZE);
  private final ByteBuffer limits = ByteBuffer.allocateDirect(16).order(ByteOrder.nativeOrder());
  private final int quietEpoll;
  private final boolean patient;
  private long usual;

  LinuxBench(Kernel kernel, String directory, int quietEpoll, boolean patient) {
    super(kernel, directory);
    this.quietEpoll = quietEpoll;
    this.patient = patient;
    one.putInt(0, 1);
  }

  @Override
  void perform(Operation operation) {
    super.perform(operation);
    if (patient) {
      kernel.epoll_wait(quietEpoll, nothing, 1, PATIENCE_MILLIS);
    }
  }

  @Override
  void settle(Held receiver) {
    if (receiver != null && receiver.open && receiver.sort == Held.Sort.TCP) {
      kernel.setsockopt(receiver.fd, Linux.IPPROTO_TCP, TCP_QUICKACK, one, 4);
    }
  }

  @Override
  void limitDescriptors(int room) {
    if (room >= 0) {
      usual = limitNow();
    }
    limits.putLong(0, room < 0 ? usual : lowestFree() + room);
    RESOURCES.prlimit(0, RLIMIT_NOFILE, limits, null);
  }

  private long limitNow() {
    RESOURCES.prlimit(0, RLIMIT_NOFILE, null, limits);
    return limits.getLong(0);
  }

  private int lowestFree() {
    int fd = kernel.eventfd(0, 0);
    kernel.close(fd);
    return fd;
  }
}
