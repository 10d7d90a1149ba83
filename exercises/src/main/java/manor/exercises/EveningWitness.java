package manor.exercises;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import manor.http.Status;
import manor.server.ServerObserver;
import manor.simulator.World;
import manor.syscall.ErrnoException;

/**
 * Writes down what a server tells its observer on a {@link ServerEvening}, in order.
 *
 * <p>Threads: one.
 */
final class EveningWitness implements ServerObserver {
  private final World world;
  private final boolean addresses;
  private final List<String> told = new ArrayList<>();
  private Todo todo;

  /** One who wants to know, or not, where each guest comes from. */
  EveningWitness(World world, boolean addresses) {
    this.world = world;
    this.addresses = addresses;
  }

  List<String> told() {
    return List.copyOf(told);
  }

  /** What a stub threw inside a callback; null if none did. */
  Todo todo() {
    return todo;
  }

  private long millis() {
    return world.clock().nanos() / ServerEvening.MILLI;
  }

  @Override
  public boolean wantsAddresses() {
    return addresses;
  }

  @Override
  public void newClient(long key, InetSocketAddress peer) {
    if (addresses) {
      told.add("came " + key + " from " + (peer == null ? "nowhere" : peer.getHostString()));
    }
  }

  @Override
  public void closed(long key) {
    told.add("closed " + key + " at " + millis() + " ms");
  }

  @Override
  public void answered(long key) {
    told.add("answered " + key + " at " + millis() + " ms");
  }

  @Override
  public void refused(long key, Status status) {
    told.add("refused " + key + ": " + status.code());
  }

  @Override
  public void acceptFailed(ErrnoException why) {
    told.add("couldn't accept: " + why.getMessage());
  }

  @Override
  public void handlerFailed(long key, Throwable thrown) {
    told.add("threw " + thrown);
    todo = thrown instanceof Todo stub ? stub : todo;
  }
}
