package manor.simulator;

/**
 * What a {@link SimulatedKernel} is put together from. A test puts one wrong part in to see whether
 * the proof that this is a kernel would notice.
 */
class Parts {
  DescriptorTable descriptorTable(int limit) {
    return new DescriptorTable(limit);
  }

  ReadyList readyList() {
    return new ReadyList();
  }

  TcpEndpoint endpoint() {
    return new TcpEndpoint();
  }

  TcpFlow flow(int sendLimit, int receiveLimit) {
    return new TcpFlow(sendLimit, receiveLimit);
  }
}
