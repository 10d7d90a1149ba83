package manor.simulator;

import java.net.InetSocketAddress;

/** One line of a {@link Script}. */
sealed interface Step {
  /** Lets time pass. */
  record Pause(long nanos) implements Step {}

  /** Asks for a connection and waits until there is one, or never will be. */
  record Connect(InetSocketAddress address) implements Step {}

  /** Hands bytes over, as fast as the other side takes them. */
  record Send(byte[] bytes) implements Step {}

  /** From now on reads at most {@code bytes} every {@code nanos}; 0 bytes: not at all. */
  record ReadPace(int bytes, long nanos) implements Step {}

  /** Waits until so many bytes have come in all, or no more can come. */
  record AwaitBytes(int count) implements Step {}

  /** Waits until the other side has ended the connection. */
  record AwaitEnd() implements Step {}

  /** Sends no more, and goes on reading. */
  record HalfClose() implements Step {}

  /** Leaves; with bytes unread that is a reset, as for everyone. */
  record Close() implements Step {}

  /** Cuts the connection. */
  record Reset() implements Step {}

  /** Is gone without a word: the cable is out. */
  record Vanish() implements Step {}
}
