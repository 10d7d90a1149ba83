package manor.benchmarks.border;

import java.nio.ByteBuffer;
import jnr.ffi.Pointer;
import jnr.ffi.annotations.IgnoreError;

/** The same two functions of the C library, declared for jnr-ffi in each style it has. */
final class BorderCalls {
  private BorderCalls() {}

  /** Memory as an address, as this house does it. errno is kept after each call. */
  public interface ByAddress {
    long strnlen(long text, long most);

    long write(int fd, long bytes, long count);
  }

  /** The same, and errno is lost. */
  public interface WithoutErrno {
    @IgnoreError
    long strnlen(long text, long most);

    @IgnoreError
    long write(int fd, long bytes, long count);
  }

  /** Memory as jnr-ffi's own pointer. */
  public interface ByPointer {
    long strnlen(Pointer text, long most);

    long write(int fd, Pointer bytes, long count);
  }

  /** Memory as a direct buffer. */
  public interface ByBuffer {
    long strnlen(ByteBuffer text, long most);

    long write(int fd, ByteBuffer bytes, long count);
  }
}
