package manor.simulator;

import java.nio.ByteBuffer;
import manor.syscall.Memory;

/**
 * One direction of a connection: bytes the sender has handed over and the receiver's window does
 * not let in yet, then bytes that have arrived and wait to be read.
 *
 * <p>Two thresholds make it behave as Linux does, tcp(7):
 *
 * <ul>
 *   <li>A window that was closed opens again only when there is room worth sending for: half the
 *       receive buffer, or one segment.
 *   <li>A sender is writable again only when a third of its buffer is free; one free byte is not
 *       worth a wake-up.
 * </ul>
 */
class TcpFlow {
  /** The largest segment on a loopback link. */
  private static final int SEGMENT = 65_483;

  private final ByteQueue unsent = new ByteQueue();
  private final ByteQueue unread = new ByteQueue();
  private int sendLimit;
  private int receiveLimit;
  private int window;

  TcpFlow(int sendLimit, int receiveLimit) {
    this.sendLimit = sendLimit;
    this.receiveLimit = receiveLimit;
    this.window = receiveLimit;
  }

  void sendLimit(int bytes) {
    sendLimit = bytes;
  }

  void receiveLimit(int bytes) {
    receiveLimit = bytes;
    openWindow();
  }

  /** Takes as many bytes as the send buffer has room for. */
  int offer(ByteBuffer source, int offset, int length) {
    int count = Math.max(0, Math.min(length, sendLimit - unsent.size()));
    unsent.add(source, offset, count);
    return count;
  }

  /** Sends what the window allows, and says whether anything moved. */
  boolean pump() {
    int count = Math.min(unsent.size(), window);
    unsent.moveTo(unread, count);
    window -= count;
    openWindow();
    return count > 0;
  }

  int take(Memory memory, int offset, int length) {
    return unread.take(memory, offset, length);
  }

  byte[] take(int length) {
    return unread.take(length);
  }

  /** Lets more in, if there is room enough. */
  void openWindow() {
    int free = receiveLimit - unread.size();
    if (free >= Math.min(receiveLimit / 2, SEGMENT)) {
      window = free;
    }
  }

  /** Whether a third of the send buffer is free. */
  boolean isWritable() {
    return hasRoom() && sendLimit - unsent.size() >= unsent.size() / 2;
  }

  /** Whether a write would be taken at all, or a part of it. */
  boolean hasRoom() {
    return unsent.size() < sendLimit;
  }

  /** Whether there is something to send, and the window lets it in. */
  boolean isMoving() {
    return !unsent.isEmpty() && window > 0;
  }

  boolean hasUnsent() {
    return !unsent.isEmpty();
  }

  int readable() {
    return unread.size();
  }

  void dropUnsent() {
    unsent.clear();
  }

  void dropUnread() {
    unread.clear();
  }
}
