package manor.simulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import manor.syscall.LinuxKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The real kernel keeps the same contracts, or they would be wrong. */
@Tag("real-kernel")
class LinuxKernelContractTest
    implements DescriptorContract,
        CounterContract,
        PipeContract,
        UnixPairContract,
        ConnectionContract,
        FlowContract,
        EpollContract,
        FileContract {
  @TempDir Path top;
  private ClosingKernel kernel;

  @BeforeEach
  void needTheRealKernel() {
    assumeTrue(LinuxKernel.isSupported(), "skipped: needs Linux on x86-64 or aarch64");
    kernel = new ClosingKernel(LinuxKernel.open());
  }

  @AfterEach
  void closeWhatIsOpen() {
    if (kernel != null) {
      kernel.closeAll();
    }
  }

  @Override
  public Calls on() {
    return new Calls(kernel);
  }

  @Override
  public String directory() throws IOException {
    Files.writeString(top.resolve("plain"), "hello, file");
    Files.createDirectory(top.resolve("sub"));
    Files.writeString(top.resolve("sub/inner"), "within");
    Files.createSymbolicLink(top.resolve("link"), Path.of("plain"));
    Files.createSymbolicLink(top.resolve("loop"), Path.of("loop"));
    return top.toString();
  }
}
