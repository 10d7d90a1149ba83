package manor.simulator;

import java.io.IOException;
import java.nio.file.Path;
import manor.syscall.LinuxKernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The real kernel keeps the same contracts, or they would be wrong. */
@RealKernel
class LinuxKernelContractTest
    implements DescriptorContract,
        CounterContract,
        PipeContract,
        UnixPairContract,
        ConnectionContract,
        FlowContract,
        DatagramContract,
        EpollContract,
        FileContract {
  @TempDir Path top;
  private ClosingKernel kernel;

  @BeforeEach
  void openTheRealKernel() {
    kernel = new ClosingKernel(LinuxKernel.open());
  }

  @AfterEach
  void closeWhatIsOpen() {
    kernel.closeAll();
  }

  @Override
  public Calls on() {
    return new Calls(kernel);
  }

  @Override
  public String directory() throws IOException {
    return Samples.plant(top).toString();
  }
}
