package manor.simulator;

/** A workbench on the simulated kernel. */
final class SimulatedBench extends Workbench {
  private final SimulatedKernel simulated;

  SimulatedBench(SimulatedKernel kernel, String directory) {
    super(kernel, directory);
    this.simulated = kernel;
  }

  @Override
  void limitDescriptors(int room) {
    DescriptorTable table = simulated.table();
    table.limit(room < 0 ? MachineSize.USUAL.descriptors() : table.lowestFree() + room);
  }
}
