package manor.exercises;

import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.Kernel;
import manor.syscall.KernelSource;

/** Has the chapters' tests that need only a kernel run on the simulated one. */
public final class BoxedKernelSource implements KernelSource {
  @Override
  public Kernel open() {
    return Trail.over(new SimulatedKernel(new World()));
  }
}
