package manor.simulator;

/**
 * How large a simulated machine is.
 *
 * @param descriptors one more than the highest number a descriptor may have: RLIMIT_NOFILE
 * @param sendBuffer bytes a socket takes before its peer's window lets them go
 * @param receiveBuffer bytes a socket holds before they are read
 * @param nanosPerCall how far each system call moves the clock, more than 0 so that whoever spins
 *     gets older
 */
public record MachineSize(int descriptors, int sendBuffer, int receiveBuffer, long nanosPerCall) {
  /** A machine like the one on the desk. */
  public static final MachineSize USUAL = new MachineSize(1024, 2_626_560, 131_072, 1_000);

  /** The same with other buffers: small ones make every write a partial one. */
  public MachineSize buffers(int send, int receive) {
    return new MachineSize(descriptors, send, receive, nanosPerCall);
  }

  /** The same with another limit for descriptors. */
  public MachineSize descriptors(int limit) {
    return new MachineSize(limit, sendBuffer, receiveBuffer, nanosPerCall);
  }
}
