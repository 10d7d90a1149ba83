package manor.simulator;

import java.net.InetSocketAddress;

/** One line of a {@link Script}. */
sealed interface ScriptStep {
  /** Lets time pass. */
  record Pause(long nanos) implements ScriptStep {}

  /** Asks for a connection and waits until there is one, or never will be. */
  record Connect(InetSocketAddress address) implements ScriptStep {}

  /** Hands bytes over, as fast as the other side takes them. */
  record Send(byte[] bytes) implements ScriptStep {}

  /** From now on reads at most {@code bytes} every {@code nanos}; 0 bytes: not at all. */
  record ReadPace(int bytes, long nanos) implements ScriptStep {}

  /** Waits until so many bytes have come in all, or no more can come. */
  record AwaitBytes(int count) implements ScriptStep {}

  /** Waits until the other side has ended the connection. */
  record AwaitEnd() implements ScriptStep {}

  /** Sends no more, and goes on reading. */
  record HalfClose() implements ScriptStep {}

  /** Leaves; with bytes unread that is a reset, as for everyone. */
  record Close() implements ScriptStep {}

  /** Cuts the connection. */
  record Reset() implements ScriptStep {}

  /** Is gone without a word: the cable is out. */
  record Vanish() implements ScriptStep {}
}
