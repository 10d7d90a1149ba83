package manor.simulator;

import manor.syscall.Kernel;
import manor.syscall.KernelSource;

/** Has the chapters' tests that need only a kernel run on the simulated one. */
public final class SimulatedKernelSource implements KernelSource {
  @Override
  public Kernel open() {
    return new SimulatedKernel(new World());
  }
}
