package manor.benchmarks.border;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Pointer;
import manor.syscall.Linux;
import manor.syscall.LinuxKernel;
import manor.syscall.Memory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One call, again and again. {@code nothing} is strnlen(3) of no bytes; {@code write} is write(2)
 * of 64 bytes to {@code /dev/null}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BorderBench {
  private static final int BYTES = 64;

  /** O_WRONLY of open(2). */
  private static final int WRITE_ONLY = 1;

  private static final MethodHandle STRNLEN = ForeignCalls.find("strnlen", false, false);
  private static final MethodHandle STRNLEN_ERRNO = ForeignCalls.find("strnlen", false, true);
  private static final MethodHandle WRITE = ForeignCalls.find("write", true, false);
  private static final MethodHandle WRITE_ERRNO = ForeignCalls.find("write", true, true);

  private final BorderCalls.ByAddress byAddress = load(BorderCalls.ByAddress.class);
  private final BorderCalls.WithoutErrno withoutErrno = load(BorderCalls.WithoutErrno.class);
  private final BorderCalls.ByPointer byPointer = load(BorderCalls.ByPointer.class);
  private final BorderCalls.ByBuffer byBuffer = load(BorderCalls.ByBuffer.class);
  private final LinuxKernel kernel = LinuxKernel.open();
  private final Memory memory = Memory.allocate(BYTES);
  private final ByteBuffer buffer = memory.bytes();
  private final Pointer pointer = Pointer.wrap(jnr.ffi.Runtime.getSystemRuntime(), buffer);
  private final long address = pointer.address();
  private int fd;

  private static <T> T load(Class<T> calls) {
    return LibraryLoader.create(calls).load("c");
  }

  /**
   * Opens where the bytes go.
   *
   * @throws IOException when there is no {@code /dev/null}
   */
  @Setup
  public void open() throws IOException {
    Memory path = Memory.ofCString("/dev/null");
    fd = kernel.openat(Linux.AT_FDCWD, path, WRITE_ONLY, 0);
    if (fd < 0) {
      throw new IOException("/dev/null: errno " + -fd);
    }
  }

  /** An address, errno kept. */
  @Benchmark
  public long nothingByAddress() {
    return byAddress.strnlen(address, 0);
  }

  /** An address, errno lost. */
  @Benchmark
  public long nothingWithoutErrno() {
    return withoutErrno.strnlen(address, 0);
  }

  /** A pointer object. */
  @Benchmark
  public long nothingByPointer() {
    return byPointer.strnlen(pointer, 0);
  }

  /** A direct buffer. */
  @Benchmark
  public long nothingByBuffer() {
    return byBuffer.strnlen(buffer, 0);
  }

  /** java.lang.foreign, errno lost. */
  @Benchmark
  public long nothingForeign() throws Throwable {
    return (long) STRNLEN.invokeExact(address, 0L);
  }

  /** java.lang.foreign, errno kept. */
  @Benchmark
  public long nothingForeignErrno() throws Throwable {
    return (long) STRNLEN_ERRNO.invokeExact(address, 0L);
  }

  /** An address, errno kept. */
  @Benchmark
  public long writeByAddress() {
    return byAddress.write(fd, address, BYTES);
  }

  /** An address, errno lost. */
  @Benchmark
  public long writeWithoutErrno() {
    return withoutErrno.write(fd, address, BYTES);
  }

  /** A pointer object. */
  @Benchmark
  public long writeByPointer() {
    return byPointer.write(fd, pointer, BYTES);
  }

  /** A direct buffer. */
  @Benchmark
  public long writeByBuffer() {
    return byBuffer.write(fd, buffer, BYTES);
  }

  /** java.lang.foreign, errno lost. */
  @Benchmark
  public long writeForeign() throws Throwable {
    return (long) WRITE.invokeExact(fd, address, (long) BYTES);
  }

  /** java.lang.foreign, errno kept. */
  @Benchmark
  public long writeForeignErrno() throws Throwable {
    return (long) WRITE_ERRNO.invokeExact(fd, address, (long) BYTES);
  }

  /** Everything that chapter 1 puts around the call. */
  @Benchmark
  public long writeKernel() {
    return kernel.write(fd, memory, 0, BYTES);
  }
}
