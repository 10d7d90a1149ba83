package manor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import manor.syscall.AnyKernel;
import manor.syscall.Kernel;
import org.junit.jupiter.api.Test;

class SimulatedKernelSourceTest {
  @Test
  @AnyKernel
  void aTestThatTakesAnyKernelGetsAFreshSimulatedOneHere(Kernel kernel) {
    SimulatedKernel simulated = assertInstanceOf(SimulatedKernel.class, kernel);
    assertEquals(0, simulated.openDescriptors());
  }
}
