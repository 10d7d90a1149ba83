package manor.http;

import manor.syscall.ErrnoException;

/**
 * Told what happens on the connections of a server. Whoever listens must not wait: it is called on
 * the reactor's thread. Every method does nothing unless overridden.
 *
 * <p>A connection is known by its key, the value of its token.
 */
public interface ConnectionObserver {
  /** A head announced its body's length, in bytes. */
  default void contentLength(long key, long bytes) {}

  /** A request is complete, with this many bytes of content. */
  default void gotAllData(long key, long bytes) {}

  /** A response has been handed to the kernel, to its last byte. */
  default void answered(long key) {}

  /** What came was refused with this status, and the connection closes. */
  default void refused(long key, Status status) {}

  /** The connection ended by an error: the peer reset it or left. */
  default void lost(long key, ErrnoException why) {}

  /** A handler threw; the client gets a 500. */
  default void handlerFailed(long key, Throwable thrown) {}
}
