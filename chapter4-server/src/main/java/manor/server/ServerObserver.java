package manor.server;

import java.net.InetSocketAddress;
import manor.http.ConnectionObserver;
import manor.syscall.ErrnoException;

/**
 * Told what happens in a server, on its reactors' threads; whoever listens must not wait. Every
 * method does nothing unless overridden.
 */
public interface ServerObserver extends ConnectionObserver {
  /** Hears nothing. */
  ServerObserver NONE = new ServerObserver() {};

  /** Whether {@link #newClient} wants to know addresses; asking the kernel for them costs a bit. */
  default boolean wantsAddresses() {
    return false;
  }

  /**
   * A connection was accepted and is known by this key from now on.
   *
   * @param peer null unless {@link #wantsAddresses}
   */
  default void newClient(long key, InetSocketAddress peer) {}

  /** A turn of the loop is done, and this many connections are open. */
  default void requestsInFlight(int connections) {}

  /** A connection is closed, whoever wished it. */
  default void closed(long key) {}

  /** A connection could not be accepted; when descriptors ran out, accepting pauses. */
  default void acceptFailed(ErrnoException why) {}

  /** The wait for events itself failed; the loop goes on. */
  default void waitFailed(ErrnoException why) {}
}
