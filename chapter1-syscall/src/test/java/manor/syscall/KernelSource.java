package manor.syscall;

/** Whoever has a kernel for {@link AnyKernel} tests; found as a service on the class path. */
public interface KernelSource {
  /** A kernel for one test, in which nothing has happened yet. */
  Kernel open();
}
