package manor.simulator;

import org.junit.jupiter.api.BeforeEach;

/** The simulated kernel keeps every contract of a kernel. */
class SimulatedKernelTest
    implements DescriptorContract,
        CounterContract,
        PipeContract,
        UnixPairContract,
        ConnectionContract,
        FlowContract,
        DatagramContract,
        EpollContract,
        FileContract {
  private Calls calls;
  private World world;

  @BeforeEach
  void buildAWorld() {
    world = new World();
    calls = new Calls(new SimulatedKernel(world));
  }

  @Override
  public Calls on() {
    return calls;
  }

  @Override
  public String directory() {
    world
        .files()
        .file("/top/plain", "hello, file")
        .file("/top/sub/inner", "within")
        .link("/top/link", "plain")
        .link("/top/loop", "loop");
    return "/top";
  }
}
